using System.Text.Json.Serialization;

namespace Unleash.Pat.Client;

/// <summary>What an account may do. A number that is not named here is a role of a newer service, and is kept.</summary>
[JsonConverter(typeof(RootRoleConverter))]
public enum RootRole
{
    /// <summary>No role, or one that this client cannot tell.</summary>
    Unknown = 0,

    /// <summary>Manages all accounts and sees the event log.</summary>
    Admin = 1,

    /// <summary>Manages its own tokens; in Unleash, may change projects.</summary>
    Editor = 2,

    /// <summary>Manages its own tokens; in Unleash, may look at projects.</summary>
    Viewer = 3,
}
