using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Sessions;

/// <summary>Lists an account's sessions, and ends them.</summary>
public sealed partial class SessionSection
{
    private List<Session>? _sessions;
    private string? _error;

    [Parameter, EditorRequired] public required ISessionCollection Sessions { get; set; }

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _sessions = [.. await Sessions.ListAsync(cancellationToken)];
        StateHasChanged();
    }

    private async Task EndAsync(Session session)
    {
        var consequence = session.Current
            ? "This is the session you are using: you are signed out here at once."
            : "The browser that uses it is signed out at once.";
        if (await Dialogs.ConfirmAsync("End this session?", consequence, "End session"))
        {
            await EndAsync(() => Sessions.EndAsync(session.Id), other => other.Id != session.Id, "The session has ended.");
        }
    }

    private async Task EndAllAsync()
    {
        if (await Dialogs.ConfirmAsync($"{Sessions.EndAllAction}?", Sessions.EndAllConsequence, Sessions.EndAllAction))
        {
            await EndAsync(Sessions.EndAllAsync, _ => false, "All sessions have ended.");
        }
    }

    private async Task EndAsync(Func<Task> end, Func<Session, bool> remains, string message)
    {
        _error = null;
        try
        {
            await end();
        }
        catch (Exception exception) when (ApiErrors.IsExpected(exception))
        {
            _error = ApiErrors.Describe(exception);
            return;
        }

        if (_sessions!.Any(session => session.Current && !remains(session)))
        {
            Session.Leave();
            Navigation.NavigateTo(ReturnUrl.SignedOut);
            return;
        }

        _sessions!.RemoveAll(session => !remains(session));
        Snackbar.Notify(message);
    }
}
