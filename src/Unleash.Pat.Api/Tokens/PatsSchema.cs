namespace Unleash.Pat.Api.Tokens;

/// <summary>
/// Contains a collection of personal access tokens, or PATs. PATs are automatically scoped to the authenticated user.
/// </summary>
/// <param name="Pats">A collection of PATs, by id, expired ones included.</param>
public sealed record PatsSchema(IReadOnlyList<PatSchema> Pats);
