using Quickenshtein;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>Finds the name that a misspelled one was meant to be.</summary>
internal static class NameSuggestions
{
    // One slip for so many letters: "demo" is no misspelling of "data".
    private const int LettersForEachSlip = 4;
    private const int FewestSlips = 2;

    /// <summary>The closest name, or <see langword="null"/> where none is close.</summary>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        var (name, slips) = names
            .Select(name => (Name: name, Slips: Slips(text, name)))
            .DefaultIfEmpty((Name: "", Slips: int.MaxValue))
            .MinBy(candidate => candidate.Slips);
        return slips <= Math.Max(FewestSlips, text.Length / LettersForEachSlip) ? name : null;
    }

    /// <summary>Whether two names differ in at most two slips; case is ignored.</summary>
    public static bool IsClose(string text, string name) => MayBeClose(text, name) && Slips(text, name) <= FewestSlips;

    // A start compares many names, none of which is close. Compiling the comparison takes longer than all else about settings.
    // One slip adds a letter, loses one, or does both.
    private static bool MayBeClose(string text, string name)
    {
        var letters = text.ToUpperInvariant().ToList();
        var added = name.ToUpperInvariant().Count(letter => !letters.Remove(letter));
        return added <= FewestSlips && letters.Count <= FewestSlips;
    }

    private static int Slips(string text, string name) =>
        Levenshtein.GetDistance(text.ToUpperInvariant(), name.ToUpperInvariant());
}
