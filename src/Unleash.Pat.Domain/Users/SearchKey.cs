using Unleash.Pat.Domain.Text;

namespace Unleash.Pat.Domain.Users;

/// <summary>What a search for accounts compares: all that an account is called, folded.</summary>
public static class SearchKey
{
    /// <summary>The most UTF-16 code units of a key.</summary>
    public const int MaxLength = 4000;

    /// <summary>The most UTF-16 code units of a folded text that is searched for.</summary>
    public const int MaxPartLength = 1000;

    private const int FewestCharacters = 2;

    // In no name and in no part that is searched for, so that nothing is found across two names.
    private const char Separator = '\n';

    /// <summary>An account's key.</summary>
    /// <param name="names">Its username, name and address, as far as it has them.</param>
    /// <returns>The key.</returns>
    public static string Of(params IEnumerable<string?> names) =>
        string.Join(Separator, names.OfType<string>().Select(name => Cut(CaseFold.Of(name))));

    /// <summary>What to look for in keys.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>
    /// <see langword="null"/> where it finds nobody: with less than two characters, as in Unleash; with a control
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

    // A name of 255 characters can fold to many more; what is cut off cannot be searched for, and nothing else is lost.
    private static string Cut(string folded) =>
        folded.Length <= MaxPartLength ? folded : folded[..MaxPartLength].WellFormed();
}
