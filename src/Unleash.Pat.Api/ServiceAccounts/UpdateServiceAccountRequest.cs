using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.ServiceAccounts;

/// <summary>What of a service account is to be changed; what is absent, <c>null</c> or empty stays.</summary>
public sealed record UpdateServiceAccountRequest
{
    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The root role's id as an integer, or its name as a text.</summary>
    /// <example>Viewer</example>
    [TextOrInteger]
    public string? RootRole { get; init; }
}
