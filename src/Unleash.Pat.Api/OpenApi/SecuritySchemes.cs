using NSwag;
using Unleash.Pat.Api.Authentication;

namespace Unleash.Pat.Api.OpenApi;

/// <summary>The credentials that the service takes (contract section 3), named as Unleash names them where it does.</summary>
internal static class SecuritySchemes
{
    private static readonly Dictionary<string, OpenApiSecurityScheme> All = new(StringComparer.Ordinal)
    {
        ["apiKey"] = new()
        {
            Type = OpenApiSecuritySchemeType.ApiKey,
            In = OpenApiSecurityApiKeyLocation.Header,
            Name = "Authorization",
            Description = "A personal access token, or an admin token, as the whole header.",
        },
        ["bearerToken"] = new()
        {
            Type = OpenApiSecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The same tokens after the word `Bearer`.",
        },
        ["cookie"] = new()
        {
            Type = OpenApiSecuritySchemeType.ApiKey,
            In = OpenApiSecurityApiKeyLocation.Cookie,
            Name = SessionCookie.Name,
            Description = "The session that signing in begins. It wins over a header.",
        },
    };

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var (name, scheme) in All)
        {
            document.Components.SecuritySchemes.Add(name, scheme);
        }
    }

    /// <summary>Any one of them will do; an anonymous action needs none.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> For(ActionFacts action) =>
        action.IsAnonymous ? [[]] : All.Keys.Select(name => new OpenApiSecurityRequirement { [name] = [] });
}
