namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>A token's last use.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="SeenAt">When.</param>
internal readonly record struct TokenUse(long TokenId, DateTimeOffset SeenAt);
