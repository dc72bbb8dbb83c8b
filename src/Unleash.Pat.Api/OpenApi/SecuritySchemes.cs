using NSwag;
using Unleash.Pat.Api.Authentication;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The credentials that the service accepts (docs/api.md, section 3), under Unleash's names where it has them.</summary>
internal static class SecuritySchemes
{
    private const string ApiKey = "apiKey";
    private const string BearerToken = "bearerToken";
    private const string Cookie = "cookie";
    private const string Verifier = "verifier";

    /// <summary>What a service that verifies tokens sends.</summary>
    public static ICollection<OpenApiSecurityRequirement> OfVerifiers => AnyOf(Verifier, BearerToken, ApiKey);

    /// <summary>What an account sends.</summary>
    public static ICollection<OpenApiSecurityRequirement> OfCallers => AnyOf(ApiKey, BearerToken, Cookie);

    /// <summary>A token in the header, and nothing else.</summary>
    public static ICollection<OpenApiSecurityRequirement> OfTokens => AnyOf(BearerToken, ApiKey);

    public static void AddTo(OpenApiDocument document, string cookieName)
    {
        var schemes = document.Components.SecuritySchemes;
        schemes.Add(ApiKey, new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.ApiKey,
            In = OpenApiSecurityApiKeyLocation.Header,
            Name = "Authorization",
            Description = "A personal access token, or an admin token, as the whole header.",
        });
        schemes.Add(BearerToken, new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The same tokens after the word `Bearer`.",
        });
        schemes.Add(Verifier, new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.Http,
            Scheme = "basic",
            Description = "For services that verify tokens: the username of a service account, and one of its tokens as the password.",
        });
        schemes.Add(Cookie, new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.ApiKey,
            In = OpenApiSecurityApiKeyLocation.Cookie,
            Name = cookieName,
            Description = "The session that signing in begins. It wins over a header.",
        });
    }

    /// <summary>Any one of them is enough; an anonymous action needs none.</summary>
    public static ICollection<OpenApiSecurityRequirement> For(ActionFacts action) => action switch
    {
        { Scheme: UnleashSchemes.Verifier } => OfVerifiers,
        { IsAnonymous: true } => [[]],
        _ => OfCallers,
    };

    private static List<OpenApiSecurityRequirement> AnyOf(params IEnumerable<string> names) =>
        [.. names.Select(name => new OpenApiSecurityRequirement { [name] = [] })];
}
