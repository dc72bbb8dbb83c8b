using System.Globalization;
using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>Where an invisible character is part of an emoji or selects a variant of an ideograph.</summary>
internal static class Sequences
{
    private const int TextStyle = 0xFE0E;
    private const int EmojiStyle = 0xFE0F;
    private const int Keycap = 0x20E3;
    private const int BlackFlag = 0x1F3F4;
    private const int LastTag = 0xE007F;

    /// <summary>Whether the invisible character at a place belongs to the characters before it.</summary>
    public static bool IsPart(ReadOnlySpan<Rune> text, int at) => at > 0 && text[at].Value switch
    {
        TextStyle or EmojiStyle => CodePoints.Pictograph.Contains(text[at - 1]) || IsKeycap(text, at),
        CodePoints.ZeroWidthJoiner => JoinsPictures(text, at),
        >= 0xE0020 and <= LastTag => IsFlagTag(text, at),
        >= 0xE0100 and <= 0xE01EF or (>= 0xFE00 and <= 0xFE02) => IsIdeograph(text[at - 1]),
        >= 0x180B and <= 0x180D or 0x180F => text[at - 1].Value is >= 0x1820 and <= 0x18AA,
        _ => false,
    };

    private static bool IsKeycap(ReadOnlySpan<Rune> text, int at) =>
        text[at - 1].Value is '#' or '*' or (>= '0' and <= '9')
        && at + 1 < text.Length && text[at + 1].Value == Keycap;

    private static bool JoinsPictures(ReadOnlySpan<Rune> text, int at)
    {
        var before = at - 1;
        while (before > 0 && text[before].Value is EmojiStyle or (>= 0x1F3FB and <= 0x1F3FF))
        {
            before--;
        }

        return at + 1 < text.Length
            && CodePoints.Pictograph.Contains(text[before]) && CodePoints.Pictograph.Contains(text[at + 1]);
    }

    // A flag, the letters of its region, and the end tag; nothing else may follow the flag unseen.
    private static bool IsFlagTag(ReadOnlySpan<Rune> text, int at)
    {
        const int FewestLetters = 2;
        const int MostLetters = 7;
        var flag = at;
        while (flag > 0 && text[flag].Value is >= 0xE0020 and <= LastTag)
        {
            flag--;
        }

        var letters = text[(flag + 1)..];
        var end = letters.IndexOf(new Rune(LastTag));
        return text[flag].Value == BlackFlag
            && end is >= FewestLetters and <= MostLetters
            && at - flag - 1 <= end;
    }

    private static bool IsIdeograph(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter
        && rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFD);
}
