using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>Preparation for the framework's own methods on texts.</summary>
internal static class TextExtensions
{
    // Not a character: it is the byte order mark with swapped bytes.
    private const char Swapped = '\uFFFE';

    /// <summary>The text with U+FFFD for what the framework refuses to normalise: lone surrogates, and U+FFFE.</summary>
    public static string WellFormed(this string text) =>
        string.Concat(text.EnumerateRunes()).Replace(Swapped, (char)Rune.ReplacementChar.Value);

    /// <summary>The text's code points.</summary>
    public static Rune[] Runes(this string text) => [.. text.EnumerateRunes()];

    /// <summary>The text in the composed form in which it is stored.</summary>
    public static string Composed(this string text) => text.WellFormed().Normalize(NormalizationForm.FormC);
}
