using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Authentication;

/// <summary>
/// When the user returns to the tab: refreshes the lists, or reloads the page if another account has signed in. All tabs of a
/// browser share one session.
/// </summary>
/// <remarks>
/// Threat: the page still shows one person's tokens, but what is done there would be done as the other. The tab must be visible
/// before anything can be done in it, so this is the moment to check.
/// </remarks>
internal sealed class AccountWatcher(
    SessionState session, IUnleashPatClient client, BrowserInterop browser, NavigationManager navigation, RefreshSignal refreshSignal, PendingForms forms) : IDisposable
{
    private DotNetObjectReference<AccountWatcher>? _self;

    public Task StartAsync() => _self is null ? browser.WatchTabReturnAsync(_self = DotNetObjectReference.Create(this)) : Task.CompletedTask;

    /// <summary>Called by the browser when the user returns to the tab.</summary>
    [JSInvokable]
    public async Task OnTabReturnAsync()
    {
        if (session.Me is not { } shown)
        {
            return;
        }

        try
        {
            var current = await client.Account.GetAsync();
            if (current.User.Id == shown.User.Id)
            {
                refreshSignal.Request();
                return;
            }

            await forms.WhenIdleAsync();
            navigation.NavigateTo(navigation.Uri, forceLoad: true);
        }
        catch (Exception exception) when (ApiErrors.IsExpected(exception))
        {
            // The next action reports it.
        }
    }

    public void Dispose() => _self?.Dispose();
}
