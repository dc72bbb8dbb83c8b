namespace Unleash.Pat.Application.Authentication;

/// <summary>The last use of an admin token of the configuration.</summary>
/// <param name="Fingerprint">The token's fingerprint, as <see cref="ConfiguredTokenUses"/> makes it.</param>
public sealed record ConfiguredTokenUse(byte[] Fingerprint, DateTimeOffset UsedAt);
