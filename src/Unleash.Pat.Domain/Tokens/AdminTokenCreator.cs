namespace Unleash.Pat.Domain.Tokens;

/// <summary>The account that made an admin token, or took it over, and that answers for it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Username">The name to sign in with.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Email">The address.</param>
public sealed record AdminTokenCreator(long Id, string? Username = null, string? Name = null, string? Email = null);
