using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.Users;

/// <summary>Changes to a user. Absent, <c>null</c> or empty properties are kept.</summary>
public sealed record UpdateUserRequest
{
    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The root role's id as an integer, or its name as a text.</summary>
    /// <example>Viewer</example>
    [TextOrInteger]
    public string? RootRole { get; init; }

    /// <summary>
    /// <c>false</c> switches the account off: it cannot sign in, its sessions end and its tokens are refused, until it is
    /// switched on again. Nothing is deleted.
    /// </summary>
    /// <example>false</example>
    public bool? Enabled { get; init; }
}
