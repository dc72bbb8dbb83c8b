namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>The last use of an admin token of the configuration.</summary>
/// <param name="Fingerprint">The token's.</param>
/// <param name="SeenAt">When.</param>
internal sealed record ConfiguredTokenUse(byte[] Fingerprint, DateTimeOffset SeenAt);
