using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>Characters that a name may contain only next to certain others (RFC 5892, Appendix A.3 to A.9).</summary>
/// <remarks>Threat: elsewhere they pass for others: a middle dot for a full stop, a digit for another script's digit.</remarks>
internal static class ContextRules
{
    /// <summary>Whether the character at a place is one of them.</summary>
    public static bool Concerns(Rune rune) =>
        rune.Value is 0xB7 or 0x375 or 0x5F3 or 0x5F4 or 0x30FB || IsArabicDigit(rune) || IsPersianDigit(rune);

    /// <summary>Whether the characters next to it allow it.</summary>
    public static bool IsMet(ReadOnlySpan<Rune> text, int at) => text[at].Value switch
    {
        0xB7 => Is(text, at - 1, 'l') && Is(text, at + 1, 'l'),
        0x375 => at + 1 < text.Length && IsGreek(text[at + 1]),
        0x5F3 or 0x5F4 => at > 0 && IsHebrew(text[at - 1]),
        0x30FB => Any(text, IsJapanese),
        _ => IsArabicDigit(text[at]) ? !Any(text, IsPersianDigit) : !Any(text, IsArabicDigit),
    };

    private static bool Is(ReadOnlySpan<Rune> text, int at, char letter) =>
        at >= 0 && at < text.Length && text[at].Value == letter;

    private static bool Any(ReadOnlySpan<Rune> text, Func<Rune, bool> rule)
    {
        foreach (var rune in text)
        {
            if (rule(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGreek(Rune rune) => rune.Value is (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF);

    private static bool IsHebrew(Rune rune) => rune.Value is (>= 0x591 and <= 0x5F2) or (>= 0xFB1D and <= 0xFB4F);

    private static bool IsJapanese(Rune rune) => rune.Value
        is 0x3005 or 0x3007 or (>= 0x3041 and <= 0x3096) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFD);

    private static bool IsArabicDigit(Rune rune) => rune.Value is >= 0x660 and <= 0x669;

    private static bool IsPersianDigit(Rune rune) => rune.Value is >= 0x6F0 and <= 0x6F9;
}
