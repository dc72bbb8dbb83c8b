using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>What the framework's own methods on texts demand.</summary>
internal static class TextExtensions
{
    // No character, and by its name a sign that bytes were swapped.
    private const char Swapped = '\uFFFE';

    /// <summary>The text with U+FFFD for what the framework refuses to normalise: lone surrogates, and U+FFFE.</summary>
    public static string WellFormed(this string text) =>
        string.Concat(text.EnumerateRunes()).Replace(Swapped, (char)Rune.ReplacementChar.Value);

    /// <summary>The text's code points, to be looked at with their neighbours.</summary>
    public static Rune[] Runes(this string text) => [.. text.EnumerateRunes()];

    /// <summary>The text in the composed form in which it is stored.</summary>
    public static string Composed(this string text) => text.WellFormed().Normalize(NormalizationForm.FormC);
}
