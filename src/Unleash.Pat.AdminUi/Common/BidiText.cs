using System.Text;

namespace Unleash.Pat.AdminUi.Common;

/// <summary>Isolates user-written text from the text around it (Unicode UAX #9, bidirectional text).</summary>
/// <remarks>
/// Threat: a name that contains a right-to-left override shows the words after it reversed, so that a warning before a deletion
/// reads as something else.
/// </remarks>
internal static class BidiText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    // The narrowest cell shows this much of a text of wide letters.
    private const int MaxShownLength = 16;

    /// <summary>Isolates a text where markup is not possible: in titles, labels and notifications.</summary>
    public static string Isolate(string? text) =>
        string.IsNullOrEmpty(text) || !HasDirection(text) ? text ?? "" : $"{FirstStrongIsolate}{Balance(text)}{PopIsolate}";

    /// <summary>The whole text as a tooltip, if it may be too long to show.</summary>
    public static string? Tooltip(string? text) => text?.Length > MaxShownLength ? Isolate(text) : null;

    /// <summary>Removes unmatched ends of isolates, and closes open isolates.</summary>
    public static string Balance(string text)
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

    private static bool IsControlCharacter(char letter) =>
        letter is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static bool HasDirection(string text) =>
        text.EnumerateRunes().Any(rune => IsRightToLeft(rune.Value) || (rune.IsBmp && IsControlCharacter((char)rune.Value)));

    // The blocks that Unicode reserves for right-to-left scripts, whether or not their characters are assigned.
    private static bool IsRightToLeft(int value) =>
        value is (>= 0x0590 and <= 0x08ff) or (>= 0xfb1d and <= 0xfdff) or (>= 0xfe70 and <= 0xfeff)
            or (>= 0x10800 and <= 0x10fff) or (>= 0x1e800 and <= 0x1efff);
}
