using System.Text.Json.Serialization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Instance;

/// <summary>How much there is of what, as Unleash has it. What this service does not have is 0.</summary>
public sealed record InstanceAdminStatsSchema
{
    /// <summary>Which database this is.</summary>
    /// <example>ed3861ae-78f9-4e8c-8e57-b57efc15f82b</example>
    public required string InstanceId { get; init; }

    /// <summary>When it was counted.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The service's version.</summary>
    /// <example>1.4.0</example>
    [JsonPropertyName("versionOSS")]
    public required string VersionOSS { get; init; }

    /// <summary>Empty: this is not that edition.</summary>
    public string VersionEnterprise { get; init; } = "";

    /// <summary>The users.</summary>
    public required long Users { get; init; }

    /// <summary>The service accounts.</summary>
    public required long ServiceAccounts { get; init; }

    /// <summary>The API tokens by type.</summary>
    public required ApiTokenCountsSchema ApiTokens { get; init; }

    /// <summary>The users who have signed in during the last days.</summary>
    public required ActiveUsersSchema ActiveUsers { get; init; }

    /// <summary>The root roles.</summary>
    public int Roles { get; init; } = RootRole.All.Count;

    /// <summary>Whether signing in by password is on: <c>true</c>.</summary>
    public bool PasswordAuthEnabled { get; init; } = true;

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int FeatureToggles { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int ArchivedFeatureToggles { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int Projects { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int ContextFields { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int Groups { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int Environments { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int Segments { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int Strategies { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int CustomRootRoles { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int CustomRootRolesInUse { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int FeatureExports { get; init; }

    /// <summary>Kept for Unleash's admin UI: 0.</summary>
    public int FeatureImports { get; init; }

    /// <summary>Kept for Unleash's admin UI: <c>false</c>.</summary>
    [JsonPropertyName("SAMLenabled")]
    public bool SamlEnabled { get; init; }

    /// <summary>Kept for Unleash's admin UI: <c>false</c>.</summary>
    [JsonPropertyName("OIDCenabled")]
    public bool OidcEnabled { get; init; }

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> ClientApps { get; init; } = [];
}

/// <summary>API tokens by type.</summary>
/// <param name="Admin">Admin tokens, those of the configuration included.</param>
public sealed record ApiTokenCountsSchema(long Admin);

/// <summary>Users who have signed in during the last days.</summary>
/// <param name="Last7">During the last 7 days.</param>
/// <param name="Last30">During the last 30 days.</param>
/// <param name="Last60">During the last 60 days.</param>
/// <param name="Last90">During the last 90 days.</param>
public sealed record ActiveUsersSchema(long Last7, long Last30, long Last60, long Last90);
