using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Signs out at the provider (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class ProviderSignOut(
    ProviderSignOutCookies cookies, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<ProviderSignOut> logger)
{
    /// <summary>Redirects a browser whose session came from the provider, and has ended, to the provider.</summary>
    /// <returns>Whether it was redirected; not where the provider does not answer, or has no such address.</returns>
    public async Task<bool> RedirectAsync(HttpContext context)
    {
        if (cookies.Take(context) is not { } idToken)
        {
            return false;
        }

        var provider = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var address = await ProviderDeadline.RunAsync(
            context,
            async cancellationToken => (await provider.ConfigurationManager!.GetConfigurationAsync(cancellationToken)).EndSessionEndpoint,
            exception => logger.ProviderUnavailable(exception));
        if (string.IsNullOrEmpty(address))
        {
            return false;
        }

        var request = context.Request;
        var message = new OpenIdConnectMessage
        {
            IssuerAddress = address,
            ClientId = provider.ClientId,
            IdTokenHint = idToken.Length > 0 ? idToken : null,
            PostLogoutRedirectUri = $"{request.Scheme}://{request.Host}{request.PathBase}{ProviderSignOutCookies.SignedOutPath}",
        };
        context.Response.Redirect(message.BuildRedirectUrl());
        return true;
    }
}
