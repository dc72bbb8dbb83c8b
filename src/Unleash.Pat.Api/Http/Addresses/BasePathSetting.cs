namespace Unleash.Pat.Api.Http.Addresses;

/// <summary>The path in front of every address, <c>BasePath</c>.</summary>
/// <remarks>Threat: it is written into pages, cookies and locations, where other characters would end what surrounds them.</remarks>
internal static class BasePathSetting
{
    private const string Key = "BasePath";

    /// <summary>Whether a text is a path, with or without a slash at either end.</summary>
    public static bool IsValid(string text) => UrlPath.TryRead(WithSlash(text), out _);

    /// <summary>The configured path with its slash in front; empty for none.</summary>
    public static PathString Of(IConfiguration configuration) =>
        UrlPath.TryRead(WithSlash(configuration[Key] ?? ""), out var path) ? path : PathString.Empty;

    private static string WithSlash(string text) => text.StartsWith('/') ? text : $"/{text}";
}
