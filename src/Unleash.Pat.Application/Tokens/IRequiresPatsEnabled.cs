namespace Unleash.Pat.Application.Tokens;

/// <summary>
/// Marks a request that <c>Pats:Enabled=false</c> refuses. Revoking is none of them: what exists must stay revocable.
/// </summary>
public interface IRequiresPatsEnabled;
