namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>The setting <c>BasePath</c>, the path in front of every address.</summary>
/// <remarks>Threat: it is written into pages, cookies and locations, where other characters would end their context.</remarks>
internal static class BasePathSetting
{
    private const string Key = "BasePath";

    /// <summary>Whether a text is a path; a slash at either end is optional.</summary>
    public static bool IsValid(string text) => UrlPath.TryRead(WithSlash(text), out _);

    /// <summary>The configured path with a leading slash; empty for none.</summary>
    public static PathString Of(IConfiguration configuration) =>
        UrlPath.TryRead(WithSlash(configuration[Key] ?? ""), out var path) ? path : PathString.Empty;

    private static string WithSlash(string text) => text.StartsWith('/') ? text : $"/{text}";
}
