namespace Unleash.Pat.Domain.Tokens;

/// <summary>The account that created an admin token or took it over, and that answers for it.</summary>
public sealed record AdminTokenCreator(long Id, string? Username = null, string? Name = null, string? Email = null);
