using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Sessions;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Users;

/// <summary>One user, for administrators.</summary>
public sealed partial class UserPage
{
    private readonly FormState _form = new("name", "email", "rootRole");
    private User? _user;
    private UserSessions _sessions = null!;
    private InventoryTokens _tokens = null!;
    private IReadOnlyList<Role> _roles = [];
    private string _name = "";
    private string _email = "";
    private string? _error;
    private RootRole _role;

    // Increased to load the sessions again.
    private int _sessionsVersion;

    [Parameter] public long Id { get; set; }

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [Inject] private SessionState Session { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string NoPassword => Session.IsDemoInstance
        ? "This user has no password. In demo mode, an e-mail address alone is enough to sign in."
        : "This user has no password, and cannot sign in. Create a link with which the user sets one, and send it to the user.";

    protected override void OnParametersSet()
    {
        _sessions = new UserSessions(Client, Id);
        _tokens = new InventoryTokens(Client, Id);
    }

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

    // Beside the form, whose input stays.
    private async Task SwitchAsync(bool isOn)
    {
        _user = await Client.Users.UpdateAsync(Id, new UserUpdate { Enabled = isOn });
        if (!isOn && Session.Me?.User.Id == Id)
        {
            Session.Leave();
            Navigation.NavigateTo(ReturnUrl.SignedOut);
            return;
        }

        _sessionsVersion++;
        StateHasChanged();
    }

    // The user's sessions have ended.
    private void OnPasswordSet()
    {
        _user!.HasPassword = null;
        _sessionsVersion++;
    }

    private async Task SaveAsync()
    {
        _form.Clear();

        // The service ignores empty values.
        _form["name"] = _name.Length == 0 && !string.IsNullOrEmpty(_user!.Name) ? "The name cannot be removed, only changed." : null;
        _form["email"] = _email.Length == 0 && !string.IsNullOrEmpty(_user!.Email) ? "The e-mail address cannot be removed, only changed." : null;
        if (!_form.HasErrors && await _form.SendAsync(SendAsync))
        {
            Snackbar.Notify("Saved.");
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
        _error = null;
        if (!await Dialogs.ConfirmUserDeletionAsync(_user!.DisplayName))
        {
            return;
        }

        _error = await Deletion.DeleteAsync(_user!.DisplayName, () => Client.Users.DeleteAsync(Id));
        if (_error is null)
        {
            Navigation.NavigateTo("admin/users");
        }
    }
}
