using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by a personal access token.</summary>
internal sealed class PersonalAccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
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

        var verdict = await tokens.AuthenticateAsync(credential, Context.RequestAborted);
        if (verdict.Caller is { } account)
        {
            return UnleashSchemes.Success(account, Scheme.Name);
        }

        failures.Count(verdict.Refusal, Context.Connection.RemoteIpAddress);
        return AuthenticateResult.Fail("The token is not valid.");
    }
}
