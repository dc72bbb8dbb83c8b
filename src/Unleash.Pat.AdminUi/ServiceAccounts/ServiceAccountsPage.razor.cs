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
    private string? _error;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableQuery.Search)] private string? Search { get; set; }

    // The newest use of its tokens, because a service account cannot sign in.
    private static DateTimeOffset? LastSeen(ServiceAccount account) => account.Tokens.Max(token => token.SeenAt);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _roles = await Client.Roles.ListAsync(cancellationToken);
        _accounts = [.. await Client.ServiceAccounts.ListAsync(cancellationToken)];
        StateHasChanged();
    }

    private async Task CreateAsync()
    {
        _error = null;
        var created = await Dialogs.ShowForResultAsync<CreateServiceAccountDialog, ServiceAccount>(
            new DialogParameters<CreateServiceAccountDialog> { { dialog => dialog.Roles, _roles } });
        if (created is not null)
        {
            _accounts!.AddOrReplace(created, account => account.Id);
            Snackbar.Notify($"Created “{BidiText.Isolate(created.DisplayName)}”.");
        }
    }

    private async Task DeleteAsync(ServiceAccount account)
    {
        _error = null;
        if (await Dialogs.ConfirmServiceAccountDeletionAsync(account.DisplayName))
        {
            _error = await Deletion.DeleteAsync(
                _accounts!, other => other.Id, account, account.DisplayName, () => Client.ServiceAccounts.DeleteAsync(account.Id), StateHasChanged);
        }
    }
}
