using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.ServiceAccounts;

/// <summary>Changes to a service account. Absent, <c>null</c> or empty properties are kept.</summary>
public sealed record UpdateServiceAccountRequest
{
    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The root role's id as an integer, or its name as a text.</summary>
    /// <example>Viewer</example>
    [TextOrInteger]
    public string? RootRole { get; init; }

    /// <summary><c>false</c> switches the account off: its tokens are refused, until it is switched on again.</summary>
    /// <example>false</example>
    public bool? Enabled { get; init; }
}
