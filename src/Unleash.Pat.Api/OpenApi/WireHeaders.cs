using Microsoft.Net.Http.Headers;
using NJsonSchema;
using NSwag;
using Unleash.Pat.Api.Authentication;

namespace Unleash.Pat.Api.OpenApi;

internal static class WireHeaders
{
    /// <summary>Headers of every answer.</summary>
    public static IEnumerable<(string Name, OpenApiHeader Header)> OfAny() =>
    [
        Text(HeaderNames.CacheControl, "`no-store`: no cache may keep what belongs to an account."),
        Text(HeaderNames.XContentTypeOptions, "`nosniff`: the answer is what its content type says."),
        Text(HeaderNames.SetCookie, "The session's cookie, where the request came with one that has been prolonged."),
    ];

    /// <summary>Headers of an answer that is about a token and has no body.</summary>
    public static IEnumerable<(string Name, OpenApiHeader Header)> OfToken(IEnumerable<(string Name, string Description)> own) =>
        [.. OfAny().Where(header => header.Name != "set-cookie"), .. own.Select(header => Text(header.Name, header.Description))];

    public static IEnumerable<(string Name, OpenApiHeader Header)> OfError(int status, ActionFacts action) =>
    [
        .. OfAny(),
        .. status switch
        {
            StatusCodes.Status401Unauthorized =>
                [Text(HeaderNames.WWWAuthenticate, $"How to authenticate: `{(action.Scheme == UnleashSchemes.Verifier ? "Basic" : "Bearer")}`.")],
            StatusCodes.Status415UnsupportedMediaType =>
                [Text(HeaderNames.AcceptEncoding, "How a body may be packed, where it was packed otherwise.")],
            StatusCodes.Status429TooManyRequests => action.RateLimit is not null ? OfRateLimit() : [RetryAfter()],
            StatusCodes.Status503ServiceUnavailable => [RetryAfter()],
            _ => [],
        },
    ];

    public static (string Name, OpenApiHeader Header) Text(string name, string description) =>
        Header(name, description, JsonObjectType.String);

    private static (string Name, OpenApiHeader Header)[] OfRateLimit() =>
    [
        RetryAfter(),
        Header("RateLimit-Limit", "The most requests of a minute, where that limit is what refuses.", JsonObjectType.Integer),
        Header("RateLimit-Remaining", "How many are left of them.", JsonObjectType.Integer),
        Header("RateLimit-Reset", "The seconds until the minute is over.", JsonObjectType.Integer),
    ];

    private static (string Name, OpenApiHeader Header) RetryAfter() =>
        Header(HeaderNames.RetryAfter, "The seconds to wait before the next attempt.", JsonObjectType.Integer);

    // In lower case, as in docs/api.md.
    private static (string Name, OpenApiHeader Header) Header(string name, string description, JsonObjectType type) =>
        (name.ToLowerInvariant(), new OpenApiHeader { Description = description, Schema = new JsonSchema { Type = type } });
}
