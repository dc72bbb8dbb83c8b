using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Session;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>One user, for administrators.</summary>
public sealed partial class UserPage
{
    private readonly FormState _form = new("name", "email", "rootRole");
    private User? _user;
    private UserSessions _sessions = null!;
    private IReadOnlyList<Role> _roles = [];
    private string _name = "";
    private string _email = "";
    private string? _problem;
    private RootRole _role;

    // How often the sessions have changed behind the list's back.
    private int _version;

    /// <summary>The user's id, from the address.</summary>
    [Parameter] public long Id { get; set; }

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override void OnParametersSet() => _sessions = new UserSessions(Client, Id);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _roles = await Client.Roles.ListAsync(cancellationToken);
        Show(await Client.Users.GetAsync(Id, cancellationToken));
    }

    private void Show(User user)
    {
        _user = user;
        _name = user.Name ?? "";
        _email = user.Email ?? "";
        _role = user.RootRole;
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        _form.Clear();

        // The service leaves as it is what comes empty.
        _form["name"] = _name.Length == 0 && !string.IsNullOrEmpty(_user!.Name) ? "The name cannot be removed, only changed." : null;
        _form["email"] = _email.Length == 0 && !string.IsNullOrEmpty(_user!.Email) ? "The address cannot be removed, only changed." : null;
        if (!_form.HasFaults && await _form.SendAsync(SendAsync))
        {
            Snackbar.Tell("Saved.");
        }
    }

    private async Task SendAsync()
    {
        Show(await Client.Users.UpdateAsync(Id, new UserUpdate { Name = _name, Email = _email, RootRole = _role }));
        if (Session.Me?.User.Id == Id)
        {
            await Session.RefreshAsync(CancellationToken.None);
        }
    }

    private async Task DeleteAsync()
    {
        _problem = null;
        if (!await Dialogs.ConfirmUserDeletionAsync(_user!.DisplayName))
        {
            return;
        }

        try
        {
            await Client.Users.DeleteAsync(Id);
        }
        catch (Exception exception) when (Problem.IsExpected(exception) && !Problem.IsMissing(exception))
        {
            _problem = $"The user was not deleted. {Problem.InWords(exception)}";
            return;
        }

        Snackbar.Tell($"Deleted “{Isolated.Text(_user!.DisplayName)}”.");
        Navigation.NavigateTo("admin/users");
    }
}
