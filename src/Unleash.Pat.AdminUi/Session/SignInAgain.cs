using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;

namespace Unleash.Pat.AdminUi.Session;

/// <summary>Lets a person whose session has ended begin another without losing what is on the screen.</summary>
internal sealed class SignInAgain(IDialogService dialogs, SessionState session, NavigationManager navigation, PendingForms forms)
{
    private Task<bool>? _asking;

    /// <summary>Asks for the password, once for all calls that were refused.</summary>
    /// <returns>Whether the same account is signed in, so that what was refused can be done again.</returns>
    public async Task<bool> AskAsync()
    {
        _asking ??= AskOnceAsync();
        try
        {
            return await _asking;
        }
        finally
        {
            _asking = null;
        }
    }

    // Threat: whoever else signs in at this screen would do, in their own name, what the first person had begun. So
    // nothing is done again, and the page starts over.
    private async Task<bool> AskOnceAsync()
    {
        var user = session.Me?.User;
        var account = await dialogs.AskAsync<SignInAgainDialog, long?>(
            new DialogParameters<SignInAgainDialog> { { dialog => dialog.Name, user?.Username ?? user?.Email } });
        if (account is null || account == user?.Id)
        {
            return account is not null;
        }

        _ = StartOverAsync();
        return false;
    }

    // A form that waits for the answer would hold the page.
    private async Task StartOverAsync()
    {
        await forms.NoneAsync();
        navigation.NavigateTo(navigation.Uri, forceLoad: true);
    }
}
