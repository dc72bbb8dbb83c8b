using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <inheritdoc cref="ITokenAuthenticator" />
internal sealed class TokenAuthenticator(TokenLanes lanes, TimeProvider time) : ITokenAuthenticator
{
    public ValueTask<Account?> AuthenticateAsync(ReadOnlyMemory<char> credential, CancellationToken cancellationToken)
    {
        if (!TokenSecret.TryParse(credential.Span, out var presented))
        {
            return ValueTask.FromResult<Account?>(null);
        }

        return lanes.Of(presented).Cache.TryGet(presented.Selector, out var token)
            ? ValueTask.FromResult(Verify(token, presented))
            : ReadAsync(credential, cancellationToken);
    }

    private async ValueTask<Account?> ReadAsync(ReadOnlyMemory<char> credential, CancellationToken cancellationToken)
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

    private Account? Verify(VerifiableToken? token, PresentedToken presented)
    {
        if (token is null || !presented.Matches(token.Verifier))
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (token.ExpiresAt <= now)
        {
            return null;
        }

        lanes.Of(presented).Seen.Mark(token.Id, now);
        return token.Account;
    }
}
