using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Session;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>An account's sessions, each of which can be ended.</summary>
public sealed partial class SessionSection
{
    private List<Client.Session>? _sessions;
    private string? _problem;

    /// <summary>Whose sessions they are.</summary>
    [Parameter, EditorRequired] public required ISessionHolder Holder { get; set; }

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _sessions = [.. await Holder.GetAsync(cancellationToken)];
        StateHasChanged();
    }

    private async Task EndAsync(Client.Session session)
    {
        var consequence = session.Current
            ? "This is the session you are looking at: you are signed out here at once."
            : "Whoever uses it is signed out at once.";
        if (await Dialogs.ConfirmAsync("End this session?", consequence, "End session"))
        {
            await EndAsync(() => Holder.EndAsync(session.Id), other => other.Id != session.Id, "The session has ended.");
        }
    }

    private async Task EndAllAsync()
    {
        if (await Dialogs.ConfirmAsync($"{Holder.EndAllAction}?", Holder.EndAllConsequence, Holder.EndAllAction))
        {
            await EndAsync(Holder.EndAllAsync, _ => false, "All sessions have ended.");
        }
    }

    private async Task EndAsync(Func<Task> end, Func<Client.Session, bool> remains, string news)
    {
        _problem = null;
        try
        {
            await end();
        }
        catch (Exception exception) when (Problem.IsExpected(exception))
        {
            _problem = Problem.InWords(exception);
            return;
        }

        if (_sessions!.Any(session => session.Current && !remains(session)))
        {
            Session.Forget();
            Navigation.NavigateTo("login");
            return;
        }

        _sessions!.RemoveAll(session => !remains(session));
        Snackbar.Tell(news);
    }
}
