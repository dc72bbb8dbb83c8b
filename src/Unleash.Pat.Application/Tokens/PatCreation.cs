namespace Unleash.Pat.Application.Tokens;

/// <summary>What became of an attempt to store a token.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Id">The token's id, where it was stored.</param>
public readonly record struct PatCreation(PatCreationStatus Status, long Id = 0);
