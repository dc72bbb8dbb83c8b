using System.Globalization;
using System.Text;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>The rules of usernames: RFC 8265's profile UsernameCasePreserved, compared by <see cref="AccountName.Key"/>.</summary>
/// <remarks><c>docs/accounts.md</c> lists the differences from the profile. The rules apply when a name is set; existing
/// names stay.</remarks>
public static class Username
{
    // Full-width and half-width forms, and the ideographic space.
    private const int FirstWide = 0xFF01;
    private const int LastWide = 0xFFEE;
    private const int WideSpace = 0x3000;

    /// <summary>The form in which a username is stored: full-width and half-width forms mapped, and composed.</summary>
    public static string Prepare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.EnumerateRunes().Select(Narrow)).Composed();
    }

    /// <summary>Whether a text has no invisible characters, and no white space at its ends.</summary>
    /// <remarks>Threat: <c>admin </c>, or <c>admin</c> with an invisible character, would pass for <c>admin</c>.</remarks>
    public static bool HidesNothing(string text)
    {
        var runes = Prepare(text).Runes();
        return runes.Length > 0
            && !Rune.IsWhiteSpace(runes[0])
            && !Rune.IsWhiteSpace(runes[^1])
            && Enumerable.Range(0, runes.Length).All(at => !Invisible.IsBarred(runes[at]) || Joiners.IsNeeded(runes, at));
    }

    /// <summary>Whether a text begins with a combining mark, which has no character to combine with.</summary>
    public static bool BeginsWithMark(string text) => Prepare(text).Runes() is [var first, ..] && IsMark(first);

    /// <summary>Whether a text has only characters of identifiers, with single spaces between its parts.</summary>
    public static bool IsIdentifier(string text)
    {
        var runes = Prepare(text).Runes();
        return runes.Length > 0
            && !BeginsWithMark(text)
            && Enumerable.Range(0, runes.Length).All(at => IsAllowed(runes, at));
    }

    private static string Narrow(Rune rune) => rune.Value is WideSpace or (>= FirstWide and <= LastWide)
        ? rune.ToString().Normalize(NormalizationForm.FormKC)
        : rune.ToString();

    private static bool IsAllowed(Rune[] runes, int at)
    {
        var rune = runes[at];
        return rune switch
        {
            { Value: ' ' } => at > 0 && runes[at - 1].Value != ' ',
            { IsAscii: true } => !Rune.IsControl(rune),
            _ when Joiners.IsNeeded(runes, at) => true,
            _ when ContextRules.Concerns(rune) => ContextRules.IsMet(runes, at),
            _ => IsLetterOrDigit(rune),
        };
    }

    private static bool IsLetterOrDigit(Rune rune) => rune.Value switch
    {
        0x06FD or 0x06FE or 0x0F0B or 0x3007 => true,
        0x0640 or 0x07FA or 0x302E or 0x302F or (>= 0x3031 and <= 0x3035) or 0x303B => false,
        (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97C) or (>= 0xD7B0 and <= 0xD7FB) => false,

        // Thai and Lao have a common vowel as one character, which Unicode decomposes into two.
        0x0E33 or 0x0EB3 => true,
        _ => IsOfIdentifiers(Rune.GetUnicodeCategory(rune)) && !HasCompatibilityForm(rune),
    };

    private static bool IsOfIdentifiers(UnicodeCategory category) => category
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool HasCompatibilityForm(Rune rune)
    {
        var text = rune.ToString();
        return text.Normalize(NormalizationForm.FormKC) != text.Normalize(NormalizationForm.FormC);
    }
}
