using System.Collections.ObjectModel;

namespace Unleash.Pat.Api.Users;

/// <summary>Detailed user information.</summary>
public sealed record MeSchema
{
    /// <summary>The caller's account.</summary>
    public required UserSchema User { get; init; }

    /// <summary>The permissions that the caller's role holds.</summary>
    public required IReadOnlyList<PermissionSchema> Permissions { get; init; }

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Feedback { get; init; } = [];

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyDictionary<string, bool> Splash { get; init; } = ReadOnlyDictionary<string, bool>.Empty;
}

/// <summary>One permission.</summary>
/// <param name="Permission">Its name: <c>ADMIN</c> is all of them.</param>
public sealed record PermissionSchema(string Permission);
