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
    private const string Prefix = "before:";

    public static string After(EventRecord last) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{last.Id}")));

    /// <returns>The id before which the page begins; <see langword="null"/> for the first page.</returns>
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
                Errors.PropertyInvalid("/query/cursor", "must be the nextCursor of another page", JsonText.Quote(cursor)));
    }
}
