using MudBlazor;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.ServiceAccounts;

/// <summary>All service accounts, for administrators.</summary>
public sealed partial class ServiceAccountsPage
{
    protected override async Task<List<ServiceAccount>> ListAsync(CancellationToken cancellationToken) =>
        [.. await Client.ServiceAccounts.ListAsync(cancellationToken)];

    protected override Task DeleteAsync(long id) => Client.ServiceAccounts.DeleteAsync(id);

    protected override Task<bool> ConfirmDeletionAsync(string name) => Dialogs.ConfirmServiceAccountDeletionAsync(name);

    protected override long IdOf(ServiceAccount account) => account.Id;

    protected override string NameOf(ServiceAccount account) => account.DisplayName;

    // The newest use of its tokens, because a service account cannot sign in.
    private static DateTimeOffset? LastSeen(ServiceAccount account) => account.Tokens.Max(token => token.SeenAt);

    private async Task CreateAsync() =>
        await CreateAsync(new DialogParameters<CreateServiceAccountDialog> { { dialog => dialog.Roles, Roles } });
}
