using System.Text.RegularExpressions;

namespace Unleash.Pat.Api.Startup.Settings;

/// <summary>The path in front of every address, <c>BasePath</c>.</summary>
/// <remarks>Threat: it is written into pages and cookies, where other characters would end what surrounds them.</remarks>
internal static partial class PathBase
{
    private const string Key = "BasePath";

    /// <summary>Whether a text is a path, with or without a slash at either end.</summary>
    public static bool IsValid(string text) =>
        Form().IsMatch(text) && !text.Split('/').Any(segment => segment is "." or "..");

    /// <summary>The configured path with its slash in front, or an empty text.</summary>
    public static string Of(IConfiguration configuration) =>
        configuration[Key]?.Trim('/') is { Length: > 0 } path ? $"/{path}" : "";

    [GeneratedRegex(@"^(/|/?[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*/?)?\z")]
    private static partial Regex Form();
}
