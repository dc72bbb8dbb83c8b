using System.Text;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>What may be a name to show: RFC 8266's profile Nickname.</summary>
/// <remarks><c>docs/accounts.md</c> says where it departs from the profile.</remarks>
public static class DisplayName
{
    /// <summary>The form in which a name is stored: single ASCII spaces, none at the ends, and composed.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The name as it is to be shown; empty where there is none.</returns>
    public static string Prepare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spaced = string.Concat(text.EnumerateRunes().Select(rune => IsSpace(rune) ? " " : rune.ToString()));
        return string.Join(' ', spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Composed();
    }

    /// <summary>Whether nothing hides in a text: what is unseen is part of an emoji, or needed by its script.</summary>
    /// <param name="text">Any text.</param>
    /// <returns><see langword="false"/> where something does.</returns>
    public static bool HidesNothing(string text)
    {
        var runes = Prepare(text).Runes();
        return Enumerable.Range(0, runes.Length).All(at =>
            !Invisible.IsBarred(runes[at]) || Joiners.IsNeeded(runes, at) || Sequences.IsPart(runes, at));
    }

    private static bool IsSpace(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.SpaceSeparator;
}
