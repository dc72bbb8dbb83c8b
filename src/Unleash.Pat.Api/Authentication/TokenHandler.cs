using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by a token: a personal one, an admin token, or one of the configuration.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ConfiguredAdminTokens configured,
    ConfiguredTokenUses uses,
    TokenAuthenticator tokens,
    AuthenticationFailures failures)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (AuthorizationHeader.Read(Request) is not { } credential)
        {
            return AuthenticateResult.NoResult();
        }

        if (configured.Find(credential.Span, out var place) is { } known)
        {
            uses.Mark(place);
            return UnleashSchemes.Success(known, Scheme.Name);
        }

        var verdict = await tokens.AuthenticateAsync(credential, Context.RequestAborted);
        if (verdict.Caller is { } caller)
        {
            return UnleashSchemes.Success(caller, Scheme.Name);
        }

        failures.Count(Cause(verdict.Refusal, credential.Span), Context.Connection.RemoteIpAddress);
        return AuthenticateResult.Fail("The token is not valid.");
    }

    // A text without the form of an admin token may be a wrong guess at a configured one, whose form is wider.
    private static TokenRefusal Cause(TokenRefusal refusal, ReadOnlySpan<char> credential) =>
        refusal == TokenRefusal.Malformed && ConfiguredAdminTokens.HasForm(credential) ? TokenRefusal.Unknown : refusal;
}
