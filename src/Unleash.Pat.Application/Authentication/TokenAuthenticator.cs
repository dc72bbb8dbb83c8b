using System.Net;
using System.Security.Cryptography;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Verifies presented tokens, personal ones and created admin tokens: the hot path.</summary>
public sealed class TokenAuthenticator(TokenVerifiers verifiers, MemoryTrust trust, VerificationMetrics metrics, TimeProvider time)
{
    /// <summary>Verifies a token, and marks it as used.</summary>
    /// <param name="credential">What the client sent, without its scheme.</param>
    /// <param name="from">The address of the token's holder; <see langword="null"/> where another service asks.</param>
    /// <returns>The caller, or why the token is refused.</returns>
    /// <exception cref="ServiceUnavailableException">The database is needed and cannot be reached.</exception>
    public ValueTask<TokenVerdict> AuthenticateAsync(
        ReadOnlyMemory<char> credential, IPAddress? from, CancellationToken cancellationToken) => metrics.IsObserved
        ? ObservedAsync(credential, from, cancellationToken)
        : VerifyAsync(credential, from, cancellationToken);

    private async ValueTask<TokenVerdict> ObservedAsync(
        ReadOnlyMemory<char> credential, IPAddress? from, CancellationToken cancellationToken)
    {
        using var span = VerificationMetrics.Start();
        try
        {
            var verdict = await VerifyAsync(credential, from, cancellationToken);
            metrics.End(span, verdict);
            return verdict;
        }
        catch (ServiceUnavailableException)
        {
            metrics.EndUnavailable(span);
            throw;
        }
    }

    private ValueTask<TokenVerdict> VerifyAsync(
        ReadOnlyMemory<char> credential, IPAddress? from, CancellationToken cancellationToken)
    {
        if (!TokenSecret.TryParse(credential.Span, out var presented))
        {
            return ValueTask.FromResult(new TokenVerdict(null, TokenRefusal.Malformed));
        }

        var verifier = verifiers.Of(presented.Kind);
        if (trust.IsGiven && verifier.Cache.TryGet(presented.Selector, out var token))
        {
            var isMatch = token is not null && presented.Matches(token.Verifier);
            return ValueTask.FromResult(Decide(verifier, token, isMatch, from) with { Way = VerificationWay.Memory });
        }

        // The presented token lives on the stack: what the answer needs after the wait is taken from it here.
        var isPlausible = TokenSecret.HasValidChecksum(credential.Span);
        var read = verifier.Reads.ReadAsync(presented.Selector.ToString(), isPlausible, cancellationToken);
        return DecideAsync(verifier, read, presented.ComputeVerifier(), from);
    }

    private async ValueTask<TokenVerdict> DecideAsync(
        TokenVerifier verifier, Task<StoredToken?> read, byte[] presented, IPAddress? from)
    {
        var token = await read;
        var isMatch = token is not null && CryptographicOperations.FixedTimeEquals(presented, token.Verifier);
        return Decide(verifier, token, isMatch, from) with { Way = VerificationWay.Database };
    }

    private TokenVerdict Decide(TokenVerifier verifier, StoredToken? token, bool isMatch, IPAddress? from)
    {
        var now = time.GetUtcNow();
        if (RefusalOf(token, isMatch, now) is not TokenRefusal.None and var refusal)
        {
            if (isMatch)
            {
                verifier.Rejected?.Count(token!.Id, refusal, from);
            }

            return new TokenVerdict(null, refusal) { Presented = isMatch ? token : null };
        }

        verifier.LastUsed.Mark(token!.Id, now, from);
        return new TokenVerdict(token.Caller) { Presented = token };
    }

    private static TokenRefusal RefusalOf(StoredToken? token, bool isMatch, DateTimeOffset now) => token switch
    {
        null => TokenRefusal.Unknown,
        _ when !isMatch => TokenRefusal.WrongSecret,
        _ when token.SupersededAt <= now => TokenRefusal.Superseded,
        _ when token.ExpiresAt <= now => TokenRefusal.Expired,
        { IsDisabled: true } => TokenRefusal.Disabled,
        { IsSuspended: true } => TokenRefusal.Suspended,
        _ => TokenRefusal.None,
    };
}
