namespace Unleash.Pat.Application.Tokens;

/// <summary>
/// Marks a request that <c>Pats:Enabled=false</c> refuses. Listing and revoking are none of them: what exists still works,
/// so its owner must be able to see and revoke it.
/// </summary>
public interface IRequiresPatsEnabled;
