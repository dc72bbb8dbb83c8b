using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication.Providers;

/// <summary>Has a browser forget what it holds of sessions that have ended.</summary>
public sealed class SessionEnd
{
    private const string Header = "Clear-Site-Data";

    private readonly SessionCookie _cookie;
    private readonly ProviderSignOutCookies _provider;
    private readonly SessionSettings _settings;

    internal SessionEnd(SessionCookie cookie, ProviderSignOutCookies provider, SessionSettings settings) =>
        (_cookie, _provider, _settings) = (cookie, provider, settings);

    /// <param name="ended">The keys of the sessions.</param>
    public void Clear(HttpContext context, IReadOnlyCollection<SessionKey> ended)
    {
        ArgumentNullException.ThrowIfNull(context);
        _cookie.Clear(context);
        var continues = _provider.Continue(context, ended);
        if (_settings.ClearSiteData ?? !context.Request.PathBase.HasValue)
        {
            // The page that continues at the provider needs one cookie, and deletes it.
            context.Response.Headers[Header] = continues ? "\"storage\"" : "\"cookies\", \"storage\"";
        }
    }
}
