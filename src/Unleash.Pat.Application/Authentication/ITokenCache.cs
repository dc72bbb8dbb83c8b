namespace Unleash.Pat.Application.Authentication;

/// <summary>What this node remembers of tokens, so far as a change must make it forget.</summary>
public interface ITokenCache
{
    /// <summary>Forgets one token, before the answer that says it is revoked.</summary>
    /// <param name="tokenId">The token.</param>
    void EvictToken(long tokenId);

    /// <summary>Forgets an account's tokens and the admin tokens that it answers for, before the answer that says it is removed or may do less.</summary>
    /// <param name="userId">The account.</param>
    void EvictAccount(long userId);

    /// <summary>Forgets one admin token, before the answer that says it is revoked.</summary>
    /// <param name="tokenId">The admin token.</param>
    void EvictAdminToken(long tokenId);
}
