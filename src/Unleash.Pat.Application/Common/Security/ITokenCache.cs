namespace Unleash.Pat.Application.Common.Security;

/// <summary>What this node remembers of tokens, so far as a change must make it forget.</summary>
public interface ITokenCache
{
    /// <summary>Forgets one token, before the answer that says it is revoked.</summary>
    /// <param name="tokenId">The token.</param>
    void EvictToken(long tokenId);
}
