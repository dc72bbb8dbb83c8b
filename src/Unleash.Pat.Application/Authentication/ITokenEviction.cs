namespace Unleash.Pat.Application.Authentication;

/// <summary>The tokens that this node remembers. A use case evicts what its change makes wrong.</summary>
public interface ITokenEviction
{
    /// <summary>Forgets a token. Call it before the response says that the token is revoked.</summary>
    void EvictToken(long tokenId);

    /// <summary>Forgets tokens.</summary>
    void EvictTokens(IEnumerable<long> tokenIds)
    {
        ArgumentNullException.ThrowIfNull(tokenIds);
        foreach (var id in tokenIds)
        {
            EvictToken(id);
        }
    }

    /// <summary>
    /// Forgets an account's tokens and the admin tokens that it answers for. To be called before the answer says that the
    /// account is deleted or has lost a permission.
    /// </summary>
    void EvictAccount(long userId);

    /// <summary>Forgets an admin token. Call it before the response says that the token is revoked.</summary>
    void EvictAdminToken(long tokenId);
}
