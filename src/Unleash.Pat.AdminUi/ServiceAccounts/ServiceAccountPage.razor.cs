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
    private string? _problem;
    private RootRole _role;

    /// <summary>The account's id, from the address.</summary>
    [Parameter] public long Id { get; set; }

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override void OnParametersSet() => _tokens = new ServiceAccountTokens(Client, Id);

    // The service tells of all at once, and of none alone.
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

    private async Task SaveAsync()
    {
        _form.Clear();
        _form["name"] = string.IsNullOrWhiteSpace(_name) ? "Enter a name." : null;
        if (!_form.HasFaults && await _form.SendAsync(SendAsync))
        {
            Snackbar.Tell("Saved.");
        }
    }

    private async Task SendAsync() =>
        Show(await Client.ServiceAccounts.UpdateAsync(Id, new ServiceAccountUpdate { Name = _name, RootRole = _role }));

    private async Task DeleteAsync()
    {
        _problem = null;
        if (!await Dialogs.ConfirmServiceAccountDeletionAsync(_account!.DisplayName))
        {
            return;
        }

        try
        {
            await Client.ServiceAccounts.DeleteAsync(Id);
        }
        catch (Exception exception) when (Problem.IsExpected(exception) && !Problem.IsMissing(exception))
        {
            _problem = $"The service account was not deleted. {Problem.InWords(exception)}";
            return;
        }

        Snackbar.Tell($"Deleted “{Isolated.Text(_account!.DisplayName)}”.");
        Navigation.NavigateTo("admin/service-accounts");
    }
}
