using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <inheritdoc cref="ITokenAuthenticator" />
internal sealed class TokenAuthenticator(TokenLanes lanes, TimeProvider time) : ITokenAuthenticator
{
    public ValueTask<TokenVerdict> AuthenticateAsync(ReadOnlyMemory<char> credential, CancellationToken cancellationToken)
    {
        if (!TokenSecret.TryParse(credential.Span, out var presented))
        {
            return ValueTask.FromResult(new TokenVerdict(null, TokenRefusal.Malformed));
        }

        return lanes.Of(presented).Cache.TryGet(presented.Selector, out var token)
            ? ValueTask.FromResult(Verify(token, presented))
            : ReadAsync(credential, cancellationToken);
    }

    private async ValueTask<TokenVerdict> ReadAsync(ReadOnlyMemory<char> credential, CancellationToken cancellationToken)
    {
        var plausible = TokenSecret.HasValidChecksum(credential.Span);
        var cache = lanes.Of(Take(credential)).Cache;
        var token = await cache.ReadAsync(Take(credential).Selector.ToString(), plausible, cancellationToken);
        return Verify(token, Take(credential));
    }

    // A presented token lives on the stack, which an await does not keep.
    private static PresentedToken Take(ReadOnlyMemory<char> credential)
    {
        _ = TokenSecret.TryParse(credential.Span, out var presented);
        return presented;
    }

    private TokenVerdict Verify(VerifiableToken? token, PresentedToken presented)
    {
        var now = time.GetUtcNow();
        if (RefusalOf(token, presented, now) is not TokenRefusal.None and var refusal)
        {
            return new TokenVerdict(null, refusal);
        }

        lanes.Of(presented).Seen.Mark(token!.Id, now);
        return new TokenVerdict(token.Caller);
    }

    private static TokenRefusal RefusalOf(VerifiableToken? token, PresentedToken presented, DateTimeOffset now)
    {
        if (token is null)
        {
            return TokenRefusal.Unknown;
        }

        if (!presented.Matches(token.Verifier))
        {
            return TokenRefusal.WrongSecret;
        }

        if (token.ExpiresAt <= now)
        {
            return TokenRefusal.Expired;
        }

        return token.IsSuspended ? TokenRefusal.Suspended : TokenRefusal.None;
    }
}
