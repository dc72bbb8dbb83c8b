using System.Buffers;

namespace Unleash.Pat.Api.OAuth.ForwardAuthentication;

/// <summary>Texts that a header can carry.</summary>
internal static class HeaderText
{
    private const char First = '!';
    private const char Last = '~';

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [' ', .. Enumerable.Range(First, Last - First + 1).Select(code => (char)code).Where(character => character != '%')]);

    /// <summary>Visible ASCII as it is; any other text as percent-encoded UTF-8, all of it.</summary>
    /// <remarks>
    /// Threats. A line break would begin another header. A text with a percent sign of its own is encoded too, so that the
    /// account <c>%C3%A9</c> is not taken for the account <c>é</c>. Spaces at the ends are encoded, because proxies remove them.
    /// </remarks>
    public static string Encode(string text) =>
        text.AsSpan().ContainsAnyExcept(Plain) || text.StartsWith(' ') || text.EndsWith(' ')
            ? Uri.EscapeDataString(text)
            : text;
}
