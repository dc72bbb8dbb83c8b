using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by an admin token, a configured or an issued one.</summary>
internal sealed class AdminTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ConfiguredAdminTokens configured,
    ConfiguredTokenUses uses,
    TokenAuthenticator issued,
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

        var verdict = await issued.AuthenticateAsync(credential, Context.RequestAborted);
        if (verdict.Caller is { } account)
        {
            return UnleashSchemes.Success(account, Scheme.Name);
        }

        // A token that is malformed as an issued one may be a wrong guess at a configured one, whose form is wider.
        failures.Count(
            verdict.Refusal == TokenRefusal.Malformed ? TokenRefusal.Unknown : verdict.Refusal,
            Context.Connection.RemoteIpAddress);
        return AuthenticateResult.Fail("The token is not valid.");
    }
}
