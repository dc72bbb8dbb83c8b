using System.Text;
using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>The rules of names to show: RFC 8266's profile Nickname.</summary>
/// <remarks><c>docs/accounts.md</c> lists the differences from the profile.</remarks>
public static class DisplayName
{
    /// <summary>The form in which a name is stored: single ASCII spaces, none at the ends, and composed.</summary>
    public static string Prepare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spaced = string.Concat(text.EnumerateRunes().Select(rune => IsSpace(rune) ? " " : rune.ToString()));
        return string.Join(' ', spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Composed();
    }

    /// <summary>Whether a text has no invisible characters other than those that an emoji or a script needs.</summary>
    public static bool HidesNothing(string text)
    {
        var runes = Prepare(text).Runes();
        return Enumerable.Range(0, runes.Length).All(at =>
            !Invisible.IsBarred(runes[at]) || Joiners.IsNeeded(runes, at) || Sequences.IsPart(runes, at));
    }

    private static bool IsSpace(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.SpaceSeparator;
}
