using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>The two kinds of tokens, which differ in where they are kept and are verified alike.</summary>
internal sealed class TokenLanes(
    PatVerifierStore personal, AdminTokenVerifierStore admin, TimeProvider time)
    : ITokenCache, IDisposable
{
    public TokenLane Personal { get; } = new(personal, time);

    public TokenLane Admin { get; } = new(admin, time);

    /// <summary>The lane of what was presented.</summary>
    public TokenLane Of(PresentedToken presented) => presented.IsAdmin ? Admin : Personal;

    /// <inheritdoc />
    public void EvictToken(long tokenId) => Personal.Cache.Evict(token => token.Id == tokenId);

    /// <inheritdoc />
    public void EvictAccount(long userId)
    {
        Personal.Cache.Evict(token => token.Caller.AnswerableUserId == userId);
        Admin.Cache.Evict(token => token.Caller.AnswerableUserId == userId);
    }

    /// <inheritdoc />
    public void EvictAdminToken(long tokenId) => Admin.Cache.Evict(token => token.Id == tokenId);

    /// <summary>Forgets all tokens: the database may say something else of each by now.</summary>
    public void Forget()
    {
        Personal.Cache.Clear();
        Admin.Cache.Clear();
    }

    /// <summary>Forgets the uses that are gathered: the tokens of these ids can be others now.</summary>
    public void ForgetUses()
    {
        Personal.Seen.Forget();
        Admin.Seen.Forget();
    }

    public void Dispose()
    {
        Personal.Dispose();
        Admin.Dispose();
    }
}
