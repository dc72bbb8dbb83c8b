using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.ServiceAccounts;

/// <summary>One service account with its tokens, for administrators.</summary>
public sealed partial class ServiceAccountPage
{
    private readonly FormState _form = new("name", "rootRole");
    private ServiceAccount? _account;
    private ServiceAccountTokens _tokens = null!;
    private IReadOnlyList<Role> _roles = [];
    private string _name = "";
    private string? _error;
    private RootRole _role;

    [Parameter] public long Id { get; set; }

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override void OnParametersSet() => _tokens = new ServiceAccountTokens(Client, Id);

    // The service has no operation that returns a single service account.
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _roles = await Client.Roles.ListAsync(cancellationToken);
        Show((await Client.ServiceAccounts.ListAsync(cancellationToken)).FirstOrDefault(account => account.Id == Id));
    }

    private void Show(ServiceAccount? account)
    {
        _account = account;
        _name = account?.Name ?? "";
        _role = account?.RootRole ?? RootRole.Unknown;
        StateHasChanged();
    }

    // Beside the form, whose input stays.
    private async Task SwitchAsync(bool isOn)
    {
        _account = await Client.ServiceAccounts.UpdateAsync(Id, new ServiceAccountUpdate { Enabled = isOn });
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        _form.Clear();
        _form["name"] = string.IsNullOrWhiteSpace(_name) ? "Enter a name." : null;
        if (!_form.HasErrors && await _form.SendAsync(SendAsync))
        {
            Snackbar.Notify("Saved.");
        }
    }

    private async Task SendAsync() =>
        Show(await Client.ServiceAccounts.UpdateAsync(Id, new ServiceAccountUpdate { Name = _name, RootRole = _role }));

    private async Task DeleteAsync()
    {
        _error = null;
        if (!await Dialogs.ConfirmServiceAccountDeletionAsync(_account!.DisplayName))
        {
            return;
        }

        _error = await Deletion.DeleteAsync(_account!.DisplayName, () => Client.ServiceAccounts.DeleteAsync(Id));
        if (_error is null)
        {
            Navigation.NavigateTo("admin/service-accounts");
        }
    }
}
