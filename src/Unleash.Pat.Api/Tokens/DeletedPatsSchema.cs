namespace Unleash.Pat.Api.Tokens;

/// <summary>How many tokens were deleted.</summary>
/// <param name="Deleted">The number.</param>
public sealed record DeletedPatsSchema(int Deleted);
