using System.Text.Json.Serialization;

namespace Unleash.Pat.Api.Instance;

/// <summary>What Unleash's admin UI reads before anything else; nothing in it is <c>null</c>, which that UI cannot bear.</summary>
public sealed record UiConfigSchema
{
    /// <summary>The service's name.</summary>
    public string Name { get; init; } = "Unleash.Pat";

    /// <summary>The service's version.</summary>
    public required string Version { get; init; }

    /// <summary>The UI's edition.</summary>
    public string Environment { get; init; } = "Open Source";

    /// <summary>Where the service is reached, base path included.</summary>
    public required string UnleashUrl { get; init; }

    /// <summary>The base path, or an empty text.</summary>
    public required string BaseUriPath { get; init; }

    /// <summary><c>open-source</c>, or <c>demo</c> where demo sign-in is switched on.</summary>
    public required string AuthenticationType { get; init; }

    /// <summary>Switches.</summary>
    public required UiFlagsSchema Flags { get; init; }

    /// <summary>Limits by name.</summary>
    public required IReadOnlyDictionary<string, int> ResourceLimits { get; init; }

    /// <summary>The rules for new tokens, which Unleash's admin UI does not read.</summary>
    public required TokenRulesSchema PersonalAccessTokens { get; init; }

    /// <summary>The running version.</summary>
    public required VersionInfoSchema VersionInfo { get; init; }

    /// <summary>Links of the UI's footer: none.</summary>
    public IReadOnlyList<object> Links { get; init; } = [];

    /// <summary>Whether mail is sent: <c>false</c>.</summary>
    public bool EmailEnabled { get; init; }

    /// <summary>Whether signing in by password is switched off (<c>Authentication:Password</c>).</summary>
    public bool DisablePasswordAuth { get; init; }

    /// <summary>
    /// The name of the provider by which users sign in (<c>Authentication:OpenIdConnect:DisplayName</c>), which Unleash's
    /// admin UI does not read; absent where there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SignInProvider { get; init; }

    /// <summary>Whether changes are refused for now: <c>false</c>.</summary>
    public bool MaintenanceMode { get; init; }
}

/// <summary>Switches of the admin UI.</summary>
/// <param name="PersonalAccessTokensKillSwitch">Whether personal access tokens are switched off (<c>Pats:Enabled=false</c>).</param>
public sealed record UiFlagsSchema(bool PersonalAccessTokensKillSwitch);

/// <summary>The rules for new tokens, of accounts of every kind.</summary>
public sealed record TokenRulesSchema
{
    /// <summary>Whether tokens can be created (<c>Pats:Enabled</c>).</summary>
    public required bool Enabled { get; init; }

    /// <summary>The most tokens that one account holds, expired ones included.</summary>
    public required int MaxPerUser { get; init; }

    /// <summary>Whether a token must be given a description.</summary>
    public required bool RequireDescription { get; init; }

    /// <summary>The lifetime of a token that names no expiry, in whole seconds.</summary>
    public required long DefaultLifetime { get; init; }

    /// <summary>The longest lifetime in whole seconds; absent where there is no bound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MaxLifetime { get; init; }

    /// <summary>
    /// The scopes that the configuration names (<c>Pats:Scopes</c>), which are all that a token can have beside
    /// <c>api:read</c> and <c>api:write</c>. Absent where it names none, and a token can have any.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NamedScopeSchema>? Scopes { get; init; }
}

/// <summary>A scope that tokens can have.</summary>
/// <param name="Name">The scope.</param>
/// <param name="Description">What it is for; an empty text where the configuration does not say.</param>
public sealed record NamedScopeSchema(string Name, string Description);

/// <summary>The running version, in the form of Unleash.</summary>
/// <param name="Current">The version by edition.</param>
/// <param name="IsLatest"><c>true</c>: this service does not look for newer ones.</param>
public sealed record VersionInfoSchema(CurrentVersionSchema Current, bool IsLatest = true)
{
    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyDictionary<string, string> Latest { get; init; } = new Dictionary<string, string>();
}

/// <summary>The version by edition.</summary>
/// <param name="Enterprise">Empty: this is not that edition.</param>
public sealed record CurrentVersionSchema(string Oss, string Enterprise = "");
