using System.Text;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>What people wrote, made safe to stand inside a sentence of ours.</summary>
/// <remarks>
/// Threat: a name that holds "write from right to left from here on" shows the words after it reversed, so that a warning
/// about a deletion reads as something else. The text keeps its own direction between marks that end with it (Unicode UAX #9).
/// </remarks>
internal static class Isolated
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    // What fits into the narrowest cell, of letters of the widest kind.
    private const int MaxShown = 60;

    /// <summary>A text for places that hold no markup: titles, labels, news. Left as it is where it cannot change anything around it.</summary>
    public static string Text(string? text) =>
        string.IsNullOrEmpty(text) || !HasDirection(text) ? text ?? "" : $"{FirstStrongIsolate}{Balanced(text)}{PopIsolate}";

    /// <summary>A text for a title, where it may be too long to be shown whole.</summary>
    public static string? Title(string? text) => text?.Length > MaxShown ? Text(text) : null;

    /// <summary>The text without an end of an isolate that it did not begin, and with an end to each that it did.</summary>
    public static string Balanced(string text)
    {
        var balanced = new StringBuilder(text.Length);
        var open = 0;
        foreach (var letter in text)
        {
            if (letter == PopIsolate && open == 0)
            {
                continue;
            }

            open += letter switch
            {
                >= '\u2066' and <= FirstStrongIsolate => 1,
                PopIsolate => -1,
                _ => 0,
            };
            balanced.Append(letter);
        }

        return balanced.Append(PopIsolate, open).ToString();
    }

    /// <summary>Whether a character directs the text around it without being seen itself.</summary>
    public static bool IsControl(char letter) =>
        letter is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static bool HasDirection(string text) => text.EnumerateRunes().Any(rune => IsRightToLeft(rune.Value) || (rune.IsBmp && IsControl((char)rune.Value)));

    // The blocks that Unicode keeps for scripts from right to left, whether their characters are assigned or not.
    private static bool IsRightToLeft(int value) =>
        value is (>= 0x0590 and <= 0x08ff) or (>= 0xfb1d and <= 0xfdff) or (>= 0xfe70 and <= 0xfeff)
            or (>= 0x10800 and <= 0x10fff) or (>= 0x1e800 and <= 0x1efff);
}
