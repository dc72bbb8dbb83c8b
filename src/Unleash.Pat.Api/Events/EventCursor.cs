using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Api.Events;

/// <summary>Where a page of the event log begins. The form is opaque: clients send back what they received.</summary>
internal static class EventCursor
{
    private const string Before = "before:";
    private const string After = "after:";

    public static string? Write(EventPosition? position) => position switch
    {
        null => null,
        { IsNewer: true } => Encode(After, position.Id),
        _ => Encode(Before, position.Id + 1),
    };

    /// <returns><see langword="null"/> for the page of the newest events.</returns>
    public static EventPosition? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        var text = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        return Decode(text, Before) is { } before ? new EventPosition(before - 1, IsNewer: false)
            : Decode(text, After) is { } after ? new EventPosition(after, IsNewer: true)
            : throw RefusedException.BrokenSchema(
                Errors.PropertyInvalid("/query/cursor", "must be a cursor of another page", JsonText.Quote(cursor)));
    }

    private static string Encode(string prefix, long id) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{prefix}{id}")));

    private static long? Decode(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && id < long.MaxValue
            ? id
            : null;
}
