namespace Unleash.Pat.AdminUi.About;

/// <summary>Where to read more.</summary>
internal static class InstanceLinks
{
    private const string Repository = "https://github.com/unleash-pat/unleash-pat";

    /// <summary>Names and addresses; those of the service itself are relative to its base path.</summary>
    public static IReadOnlyList<(string Name, string Address)> All { get; } =
    [
        ("Description of the API", "docs/openapi/"),
        ("OpenAPI document", "docs/openapi.json"),
        ("Documentation", $"{Repository}/tree/main/docs"),
        ("Changelog", $"{Repository}/blob/main/docs/CHANGELOG.md"),
        ("Source code", Repository),
        ("Licence: Apache 2.0", $"{Repository}/blob/main/LICENSE"),
    ];
}
