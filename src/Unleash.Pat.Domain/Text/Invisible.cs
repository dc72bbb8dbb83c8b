using System.Globalization;
using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>Invisible characters.</summary>
internal static class Invisible
{
    /// <summary>Whether a text shows nothing. U+0000 does not count: it has a rule of its own.</summary>
    public static bool IsAll(string text) => text.EnumerateRunes().All(rune =>
        rune.Value != 0 && (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || IsUnseen(rune)));

    /// <summary>Whether a character shows nothing outside a sequence that needs it.</summary>
    public static bool IsUnseen(Rune rune) =>
        CodePoints.DefaultIgnorable.Contains(rune) || CodePoints.Blank.Contains(rune);

    /// <summary>Whether a name may not contain a character: invisible, a control, unassigned, or private.</summary>
    /// <remarks>
    /// Unassigned and private characters are shown as the reader's fonts define them, often as nothing.
    /// </remarks>
    public static bool IsBarred(Rune rune) => IsUnseen(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
