using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by a configured admin token.</summary>
internal sealed class AdminTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    AdminTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (AuthorizationHeader.Read(Request) is not { } credential)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var account = tokens.Find(credential.Span);
        return Task.FromResult(account is null
            ? AuthenticateResult.Fail("The token authenticates nobody.")
            : UnleashSchemes.Success(account, Scheme.Name));
    }
}
