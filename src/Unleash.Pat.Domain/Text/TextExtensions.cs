using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>Preparation for the framework's own methods on texts.</summary>
public static class TextExtensions
{
    // Not a character: it is the byte order mark with swapped bytes.
    private const char Swapped = '\uFFFE';

    /// <summary>Whether a text has more characters, counted as Unicode code points like <c>maxLength</c> of JSON Schema.</summary>
    public static bool IsLongerThan(this string text, int characters)
    {
        ArgumentNullException.ThrowIfNull(text);

        // A code point takes at most two code units, so a long text is not counted.
        return text.Length > characters && (text.Length > 2L * characters || text.EnumerateRunes().Count() > characters);
    }

    /// <summary>The text with U+FFFD for what the framework refuses to normalise: lone surrogates, and U+FFFE.</summary>
    internal static string WellFormed(this string text) =>
        string.Concat(text.EnumerateRunes()).Replace(Swapped, (char)Rune.ReplacementChar.Value);

    /// <summary>The text's code points.</summary>
    internal static Rune[] Runes(this string text) => [.. text.EnumerateRunes()];

    /// <summary>The text in the composed form in which it is stored.</summary>
    internal static string Composed(this string text) => text.WellFormed().Normalize(NormalizationForm.FormC);
}
