namespace Unleash.Pat.Application.Events.Chain;

/// <summary>Where the chain of the event log begins and ends.</summary>
/// <param name="AnchorId">The last event that was deleted by age; 0 where none was.</param>
/// <param name="AnchorHash">Its hash.</param>
/// <param name="HeadId">The newest event that is sealed; 0 where none is.</param>
/// <param name="HeadHash">Its hash.</param>
/// <param name="UnstampedUpTo">
/// The last event that may lack a stamp; <see langword="null"/> while nodes of an earlier version may still write.
/// </param>
/// <param name="UnkeyedUpTo">The last event whose stamp may have been made without a key.</param>
/// <param name="MigratedAt">When the database got the chain.</param>
/// <param name="Proof">What <see cref="ChainProof"/> made of it; <see langword="null"/> before the first seal.</param>
public sealed record ChainState(
    long AnchorId,
    byte[] AnchorHash,
    long HeadId,
    byte[] HeadHash,
    long? UnstampedUpTo,
    long UnkeyedUpTo,
    DateTimeOffset MigratedAt,
    byte[]? Proof);
