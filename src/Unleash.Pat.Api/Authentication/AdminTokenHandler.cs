using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Authenticates by an admin token, a configured or an issued one.</summary>
internal sealed class AdminTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ConfiguredAdminTokens configured,
    IConfiguredTokenUses uses,
    ITokenAuthenticator issued)
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

        var account = await issued.AuthenticateAsync(credential, Context.RequestAborted);
        return account is null
            ? AuthenticateResult.Fail("The token authenticates nobody.")
            : UnleashSchemes.Success(account, Scheme.Name);
    }
}
