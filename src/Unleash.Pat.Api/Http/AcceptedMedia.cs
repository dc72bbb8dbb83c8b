using System.Net.Mime;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Unleash.Pat.Api.Http;

/// <summary>What a client prefers, by its <c>accept</c> header (RFC 9110, 12.5.1).</summary>
internal static class AcceptedMedia
{
    private static readonly MediaTypeHeaderValue Html = new(MediaTypeNames.Text.Html);
    private static readonly MediaTypeHeaderValue Json = new(MediaTypeNames.Application.Json);

    /// <summary>The media type that the request prefers to JSON and to the others.</summary>
    /// <returns><see langword="null"/> where it prefers none.</returns>
    public static string? Preferred(HttpRequest request, params IReadOnlyList<string> mediaTypes)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return mediaTypes
            .Select(type => (Type: type, Quality: Quality(accepted, new MediaTypeHeaderValue(type))))
            .Where(type => type.Quality > Quality(accepted, Json))
            .OrderByDescending(type => type.Quality)
            .Select(type => type.Type)
            .FirstOrDefault();
    }

    /// <summary>Whether the request prefers a page to JSON, as those of browsers do.</summary>
    public static bool IsPageWanted(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        var accepted = request.GetTypedHeaders().Accept;
        return Quality(accepted, Html) > Quality(accepted, Json);
    }

    // The most specific range decides; a type without a range is not accepted.
    private static double Quality(IEnumerable<MediaTypeHeaderValue> accepted, MediaTypeHeaderValue type) => accepted
        .Where(range => range.MatchesAllTypes || (Same(range.Type, type.Type) && (range.MatchesAllSubTypes || Same(range.SubType, type.SubType))))
        .OrderByDescending(range => range switch { { MatchesAllTypes: true } => 0, { MatchesAllSubTypes: true } => 1, _ => 2 })
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();

    private static bool Same(StringSegment one, StringSegment other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
