using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>The text that a search compares: all names of an account, folded.</summary>
public static class SearchKey
{
    /// <summary>The most UTF-16 code units of a key.</summary>
    public const int MaxLength = 4000;

    /// <summary>The most UTF-16 code units of a folded text that is searched for.</summary>
    public const int MaxPartLength = 1000;

    private const int FewestCharacters = 2;

    // No name and no search text contains it, so a search never matches across two names.
    private const char Separator = '\n';

    /// <summary>An account's key.</summary>
    /// <param name="names">Its username, name and e-mail address, where it has them.</param>
    public static string Of(params IEnumerable<string?> names) =>
        string.Join(Separator, names.OfType<string>().Select(name => Cut(CaseFold.Of(name))));

    /// <summary>The part of keys to search for.</summary>
    /// <returns>
    /// <see langword="null"/> where it finds no account: with fewer than two characters, as in Unleash; with a control
    /// character, which no name has; and where it is too long.
    /// </returns>
    public static string? PartOf(string text)
    {
        var part = CaseFold.Of(text);
        return part.Length <= MaxPartLength
            && part.EnumerateRunes().Count() >= FewestCharacters
            && !part.Any(char.IsControl)
                ? part
                : null;
    }

    /// <summary>The text by which names are sorted, in any case.</summary>
    /// <param name="maxLength">The most UTF-16 code units of it.</param>
    /// <returns>Not empty.</returns>
    public static string ForSorting(string name, int maxLength) =>
        Cut(CaseFold.Of(name), maxLength) is { Length: > 0 } key ? key : "?";

    // A name of 255 characters can fold to many more; what is cut off cannot be searched for, and nothing else is lost.
    private static string Cut(string folded, int maxLength = MaxPartLength) =>
        folded.Length <= maxLength ? folded : folded[..maxLength].WellFormed();
}
