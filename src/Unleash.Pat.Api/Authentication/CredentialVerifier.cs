using System.Net;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Verifies a text as a token of any kind, those of the configuration included.</summary>
internal sealed class CredentialVerifier(
    ConfiguredAdminTokens configured, ConfiguredTokenUses uses, TokenAuthenticator tokens, AuthenticationFailures failures, VerificationMetrics metrics)
{
    public async ValueTask<TokenVerdict> VerifyAsync(
        ReadOnlyMemory<char> credential, IPAddress? from, CancellationToken cancellationToken)
    {
        if (configured.Find(credential.Span, out var place) is { } known)
        {
            uses.Mark(place);
            metrics.Count(TokenRefusal.None, VerificationWay.Configuration);
            return new TokenVerdict(known);
        }

        var verdict = await tokens.AuthenticateAsync(credential, from, cancellationToken);

        // A text without the form of an admin token may be a wrong guess at a configured one, whose form is wider.
        return verdict.Refusal == TokenRefusal.Malformed && ConfiguredAdminTokens.HasForm(credential.Span)
            ? verdict with { Refusal = TokenRefusal.Unknown }
            : verdict;
    }

    /// <summary>Counts a refusal. Once a request, however many readings of its credentials were tried.</summary>
    public void CountRefused(TokenRefusal refusal, HttpContext context) =>
        failures.Count(refusal, context.Connection.RemoteIpAddress);
}
