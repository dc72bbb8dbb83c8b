using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Accounts;

/// <summary>Lists all users or all service accounts, and creates and deletes them.</summary>
public abstract class AccountListPage<TAccount> : ComponentBase
    where TAccount : class
{
    protected static readonly TableOrder ByName = new("name", false);

    private List<TAccount>? _accounts;

    protected IReadOnlyList<TAccount>? Accounts => _accounts;

    protected IReadOnlyList<Role> Roles { get; private set; } = [];

    protected string? Error { get; private set; }

    [Inject] protected IUnleashPatClient Client { get; set; } = null!;

    [Inject] protected IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableQuery.Search)] protected string? Search { get; set; }

    protected abstract Task<List<TAccount>> ListAsync(CancellationToken cancellationToken);

    protected abstract Task DeleteAsync(long id);

    protected abstract Task<bool> ConfirmDeletionAsync(string name);

    protected abstract long IdOf(TAccount account);

    protected abstract string NameOf(TAccount account);

    protected async Task LoadAsync(CancellationToken cancellationToken)
    {
        Roles = await Client.Roles.ListAsync(cancellationToken);
        _accounts = await ListAsync(cancellationToken);
        StateHasChanged();
    }

    /// <returns>The account that was created; <see langword="null"/> where the dialog was cancelled.</returns>
    protected async Task<TAccount?> CreateAsync<TDialog>(DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        Error = null;
        var created = await Dialogs.ShowForResultAsync<TDialog, TAccount>(parameters);
        if (created is not null)
        {
            _accounts!.AddOrReplace(created, IdOf);
            Snackbar.Notify($"Created “{BidiText.Isolate(NameOf(created))}”.");
        }

        return created;
    }

    protected async Task DeleteAsync(TAccount account)
    {
        Error = null;
        if (await ConfirmDeletionAsync(NameOf(account)))
        {
            Error = await Deletion.DeleteAsync(_accounts!, IdOf, account, NameOf(account), () => DeleteAsync(IdOf(account)), StateHasChanged);
        }
    }
}
