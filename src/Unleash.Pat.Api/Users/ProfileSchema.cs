namespace Unleash.Pat.Api.Users;

/// <summary>The caller's role, and what Unleash's admin UI expects beside it.</summary>
public sealed record ProfileSchema
{
    /// <summary>The caller's root role.</summary>
    public required RoleSchema RootRole { get; init; }

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Groups { get; init; } = [];

    /// <summary>Whether the account is one that signs in with a password: a user.</summary>
    public bool CanChangePassword { get; init; }

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<object> Features { get; init; } = [];

    /// <summary>Kept for Unleash's admin UI: empty.</summary>
    public IReadOnlyList<string> Subscriptions { get; init; } = [];
}

/// <summary>A root role.</summary>
/// <param name="Id">1, 2 or 3.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the role allows.</param>
/// <param name="Type"><c>root</c></param>
public sealed record RoleSchema(int Id, string Name, string Description, string Type = "root");
