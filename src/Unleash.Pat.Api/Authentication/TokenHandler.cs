using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by a token: a personal one, an admin token, or one of the configuration.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    CredentialVerifier credentials)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (AuthorizationHeader.Read(Request) is not { } credential)
        {
            return AuthenticateResult.NoResult();
        }

        var verdict = await credentials.VerifyAsync(credential, Context.Connection.RemoteIpAddress, Context.RequestAborted);
        if (verdict.Caller is { } caller)
        {
            return UnleashSchemes.Success(caller, Scheme.Name);
        }

        credentials.CountRefused(verdict.Refusal, Context);
        return AuthenticateResult.Fail("The token is not valid.");
    }
}
