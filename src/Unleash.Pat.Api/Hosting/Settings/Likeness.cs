using Quickenshtein;

namespace Unleash.Pat.Api.Hosting.Settings;

/// <summary>What somebody meant who misspelt a name.</summary>
internal static class Likeness
{
    // Fewer than a name's own letters: "demo" is no misspelling of "data".
    private const int LettersForEachSlip = 4;
    private const int FewestSlips = 2;

    /// <summary>The name that is most like a text, or <see langword="null"/> where none is much like it.</summary>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        var (name, slips) = names
            .Select(name => (Name: name, Slips: Slips(text, name)))
            .DefaultIfEmpty((Name: "", Slips: int.MaxValue))
            .MinBy(candidate => candidate.Slips);
        return slips <= Math.Max(FewestSlips, text.Length / LettersForEachSlip) ? name : null;
    }

    /// <summary>Whether two names differ in a slip or two, in any case.</summary>
    public static bool IsNear(string text, string name) => Slips(text, name) <= FewestSlips;

    private static int Slips(string text, string name) =>
        Levenshtein.GetDistance(text.ToUpperInvariant(), name.ToUpperInvariant());
}
