using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application;

namespace Unleash.Pat.Api.Contracts;

/// <summary>Where a page of the event log begins, in a form that promises nothing but to be taken again.</summary>
internal static class EventCursor
{
    private const string Prefix = "before:";

    /// <summary>The cursor of the page that follows an event.</summary>
    public static string After(EventRecord last) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{last.Id}")));

    /// <summary>Reads a cursor.</summary>
    /// <param name="cursor">As it was sent.</param>
    /// <returns>The id before which the page begins; <see langword="null"/> where none was sent.</returns>
    /// <exception cref="RefusedException">It is none.</exception>
    public static long? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        var text = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var before)
            ? before
            : throw RefusedException.BrokenSchema(
                new ErrorDetail($"The `/query/cursor` property must be the nextCursor of another page. You sent \"{cursor}\".", "/query/cursor"));
    }
}
