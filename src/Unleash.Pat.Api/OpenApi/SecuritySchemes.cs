using NSwag;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The credentials that the service accepts (docs/api.md, section 3), under Unleash's names where it has them.</summary>
internal static class SecuritySchemes
{
    private const string ApiKey = "apiKey";
    private const string BearerToken = "bearerToken";
    private const string Cookie = "cookie";

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
        schemes.Add(Cookie, new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.ApiKey,
            In = OpenApiSecurityApiKeyLocation.Cookie,
            Name = cookieName,
            Description = "The session that signing in begins. It wins over a header.",
        });
    }

    /// <summary>Any one of them is enough; an anonymous action needs none.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> For(ActionFacts action) =>
        action.IsAnonymous ? [[]] : new[] { ApiKey, BearerToken, Cookie }.Select(name => new OpenApiSecurityRequirement { [name] = [] });
}
