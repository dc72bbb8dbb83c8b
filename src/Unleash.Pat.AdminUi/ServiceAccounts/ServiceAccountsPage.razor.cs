using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.ServiceAccounts;

/// <summary>All service accounts, for administrators.</summary>
public sealed partial class ServiceAccountsPage
{
    private List<ServiceAccount>? _accounts;
    private IReadOnlyList<Role> _roles = [];
    private string? _problem;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private RowDeletion Deletion { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableAddress.Search)] private string? Search { get; set; }

    // A service account is seen through its tokens alone.
    private static DateTimeOffset? LastSeen(ServiceAccount account) => account.Tokens.Max(token => token.SeenAt);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _roles = await Client.Roles.ListAsync(cancellationToken);
        _accounts = [.. await Client.ServiceAccounts.ListAsync(cancellationToken)];
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        _problem = null;
        var made = await Dialogs.AskAsync<CreateServiceAccountDialog, ServiceAccount>(
            new DialogParameters<CreateServiceAccountDialog> { { dialog => dialog.Roles, _roles } });
        if (made is not null)
        {
            // A list that was asked for meanwhile may know it already.
            _accounts!.RemoveAll(account => account.Id == made.Id);
            _accounts.Add(made);
            Snackbar.Tell($"Created “{Isolated.Text(made.DisplayName)}”.");
        }
    }

    private async Task DeleteAsync(ServiceAccount account)
    {
        _problem = null;
        if (await Dialogs.ConfirmServiceAccountDeletionAsync(account.DisplayName))
        {
            _problem = await Deletion.DeleteAsync(
                _accounts!, other => other.Id, account, account.DisplayName, () => Client.ServiceAccounts.DeleteAsync(account.Id), StateHasChanged);
        }
    }
}
