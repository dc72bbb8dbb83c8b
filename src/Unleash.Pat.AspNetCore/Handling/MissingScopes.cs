namespace Unleash.Pat.AspNetCore.Handling;

/// <summary>The scopes that a request would have needed: the answer 403 names them.</summary>
internal sealed record MissingScopes(string Scopes);
