namespace Unleash.Pat.Application.Tokens;

/// <summary>Marks a request that <c>Pats:Enabled=false</c> refuses.</summary>
/// <remarks>Listing and revoking are not marked: existing tokens still work, so their accounts must be able to revoke them.</remarks>
public interface IRequiresPatsEnabled;
