using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;

namespace Unleash.Pat.AdminUi.Authentication;

/// <summary>Lets a user whose session has ended sign in again without losing what is on the screen.</summary>
internal sealed class SignInAgain(IDialogService dialogs, SessionState session, NavigationManager navigation, PendingForms forms)
{
    private Task<bool>? _prompt;

    /// <summary>Shows one sign-in dialog for all calls that got a 401.</summary>
    /// <returns>Whether the same account signed in, so that the calls can be retried.</returns>
    public async Task<bool> PromptAsync()
    {
        _prompt ??= ShowAsync();
        try
        {
            return await _prompt;
        }
        finally
        {
            _prompt = null;
        }
    }

    // Threat: if another person signs in at this screen, a retry would do in their name what the first person had started. So
    // nothing is retried, and the page is reloaded.
    private async Task<bool> ShowAsync()
    {
        var user = session.Me?.User;
        var accountId = await dialogs.ShowForResultAsync<SignInAgainDialog, long?>(
            new DialogParameters<SignInAgainDialog> { { dialog => dialog.Name, user?.Username ?? user?.Email } });
        if (accountId is null || accountId == user?.Id)
        {
            return accountId is not null;
        }

        _ = ReloadAsync();
        return false;
    }

    // Not awaited by the caller: the form that waits for the call's result blocks navigation.
    private async Task ReloadAsync()
    {
        await forms.WhenIdleAsync();
        navigation.NavigateTo(navigation.Uri, forceLoad: true);
    }
}
