using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Session;

/// <summary>
/// Looks after a page that somebody comes back to: its lists may be out of date, and where another account has signed in, the
/// page starts over, because all tabs of a browser share one session.
/// </summary>
/// <remarks>
/// Threat: the page still shows one person's tokens, and what is done there would be done as the other. The tab is looked
/// at again before anything is done in it, so that is when to ask.
/// </remarks>
internal sealed class AccountWatch(
    SessionState session, IUnleashPatClient client, BrowserScript browser, NavigationManager navigation, Staleness staleness, PendingForms forms) : IDisposable
{
    private DotNetObjectReference<AccountWatch>? _self;

    public Task StartAsync() => _self is null ? browser.WatchReturnAsync(_self = DotNetObjectReference.Create(this)) : Task.CompletedTask;

    /// <summary>Called by the browser when somebody comes back to the tab.</summary>
    [JSInvokable]
    public async Task LookAsync()
    {
        if (session.Me is not { } shown)
        {
            return;
        }

        try
        {
            var now = await client.Account.GetAsync();
            if (now.User.Id == shown.User.Id)
            {
                staleness.Notice();
                return;
            }

            await forms.NoneAsync();
            navigation.NavigateTo(navigation.Uri, forceLoad: true);
        }
        catch (Exception exception) when (Problem.IsExpected(exception))
        {
            // Whatever is done next says so.
        }
    }

    public void Dispose() => _self?.Dispose();
}
