using System.Globalization;
using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>The form in which texts are compared in any case: usernames, e-mail addresses, search texts.</summary>
/// <remarks>
/// Unicode's NFKC_Casefold, with one addition: the four letters <c>I İ i ı</c> are one, because Turkish and English
/// disagree on which of them are pairs.
/// The runtime has only case mappings of one character to one; after decomposition the rest of the foldings fits into
/// the few lines below. Databases differ in how they lower text, so no database does it.
/// </remarks>
public static class CaseFold
{
    private const char DotAbove = '\u0307';

    /// <summary>Folds a text.</summary>
    /// <param name="text">Any text; a lone surrogate counts as U+FFFD.</param>
    /// <returns>Equal for all texts that differ in case, composition, width or invisible characters alone.</returns>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        // Composition after one folding can make a second one necessary, rarely, and never a third.
        var folded = Once(text.WellFormed());
        for (var next = Once(folded); next != folded; next = Once(folded))
        {
            folded = next;
        }

        return folded;
    }

    // Upper case first: several small letters share one capital (ς σ, ſ s), while no capital has two small letters.
    private static string Once(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormKD).ToUpperInvariant().ToLowerInvariant();
        var folded = new StringBuilder(decomposed.Length);
        var follows = false;
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (CodePoints.DefaultIgnorable.Contains(rune) || (follows && rune.Value == DotAbove))
            {
                continue;
            }

            follows = rune.Value is 'i' or 'ı'
                || (follows && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark);
            folded.Append(Letters(rune));
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string Letters(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'ı' => "i",
        _ => rune.ToString(),
    };
}
