using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Http;

/// <summary>The error of a request without credentials, which says how to sign in (docs/api.md, section 1.1).</summary>
public sealed record SignInHint : ApiError
{
    /// <summary>Where to sign in; only where the request had no credentials.</summary>
    /// <example>/auth/simple/login</example>
    [JsonPropertyOrder(1)]
    public required string Path { get; init; }

    /// <summary>How to sign in; only where the request had no credentials.</summary>
    /// <example>password</example>
    [JsonPropertyOrder(1)]
    public required string Type { get; init; }

    /// <summary>Whether the form for it is hidden; only where the request had no credentials.</summary>
    [JsonPropertyOrder(1)]
    public bool DefaultHidden { get; init; }

    /// <summary>Other ways to sign in: none. Only where the request had no credentials.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> Options { get; init; } = [];
}
