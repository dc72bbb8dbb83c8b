using System.Globalization;
using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>Which characters nobody sees.</summary>
internal static class Invisible
{
    /// <summary>Whether a text shows nothing at all, other than that it holds U+0000, which is refused by its own rule.</summary>
    public static bool IsAll(string text) => text.EnumerateRunes().All(rune =>
        rune.Value != 0 && (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || IsUnseen(rune)));

    /// <summary>Whether a character shows nothing where it stands in no sequence that needs it.</summary>
    public static bool IsUnseen(Rune rune) =>
        CodePoints.DefaultIgnorable.Contains(rune) || CodePoints.Blank.Contains(rune);

    /// <summary>Whether a character has no place in a name: unseen, a control, unassigned, or private.</summary>
    /// <remarks>
    /// Unassigned and private characters look like whatever the reader's fonts make of them, often like nothing.
    /// </remarks>
    public static bool IsBarred(Rune rune) => IsUnseen(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
