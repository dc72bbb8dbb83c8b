using System.Globalization;
using System.Text;

namespace Unleash.Pat.Domain.Text;

/// <summary>Where the two joiners change the shape of a word, and so belong to it (RFC 5892, Appendix A).</summary>
/// <remarks>Threat: elsewhere they show nothing, and <c>admin</c> with one would pass for <c>admin</c>.</remarks>
internal static class Joiners
{
    /// <summary>Whether the character at a place is a joiner that its script needs there.</summary>
    public static bool IsNeeded(ReadOnlySpan<Rune> text, int at) => text[at].Value switch
    {
        CodePoints.ZeroWidthJoiner => FollowsVirama(text, at),
        CodePoints.ZeroWidthNonJoiner => FollowsVirama(text, at) || KeepsApart(text, at),
        _ => false,
    };

    private static bool FollowsVirama(ReadOnlySpan<Rune> text, int at) =>
        at > 0 && CodePoints.Virama.Contains(text[at - 1]);

    private static bool KeepsApart(ReadOnlySpan<Rune> text, int at)
    {
        var before = at - 1;
        while (before >= 0 && IsTransparent(text[before]))
        {
            before--;
        }

        var after = at + 1;
        while (after < text.Length && IsTransparent(text[after]))
        {
            after++;
        }

        return before >= 0 && after < text.Length
            && CodePoints.JoinsNext.Contains(text[before]) && CodePoints.JoinsPrevious.Contains(text[after]);
    }

    private static bool IsTransparent(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
