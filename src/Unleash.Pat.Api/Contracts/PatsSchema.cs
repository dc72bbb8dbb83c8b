namespace Unleash.Pat.Api.Contracts;

/// <summary>The personal access tokens of an account.</summary>
/// <param name="Pats">By id, expired ones included.</param>
public sealed record PatsSchema(IReadOnlyList<PatSchema> Pats);
