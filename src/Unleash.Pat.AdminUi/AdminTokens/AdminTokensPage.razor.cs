using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tables;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.AdminTokens;

/// <summary>Lists the admin tokens, and creates, takes over and deletes them.</summary>
public sealed partial class AdminTokensPage
{
    private static readonly TableOrder NewestFirst = new("created", true);

    private List<AdminToken>? _tokens;
    private string? _error;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [SupplyParameterFromQuery(Name = TableQuery.Search)] private string? Search { get; set; }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _tokens = [.. await Client.AdminTokens.ListAsync(cancellationToken)];
        StateHasChanged();
    }

    private void Replace(AdminToken token) => _tokens!.AddOrReplace(token, IdOf);

    private async Task CreateAsync()
    {
        _error = null;
        var created = await Dialogs.ShowForResultAsync<CreateAdminTokenDialog, IssuedAdminToken>([], CreateAdminTokenDialog.Options);
        if (created is not null)
        {
            await Dialogs.ShowForResultAsync<AdminTokenSecretDialog, bool>(
                new DialogParameters<AdminTokenSecretDialog> { { dialog => dialog.Token, created } }, ShownOnceDialog.Options);
            Replace(created);
            Snackbar.Notify($"Created “{BidiText.Isolate(created.TokenName)}”.");
        }
    }

    private async Task DeleteAsync(AdminToken token)
    {
        _error = null;
        if (await Dialogs.ConfirmAsync("Delete this admin token?", $"“{BidiText.Isolate(token.TokenName)}” stops working at once. This cannot be undone.", "Delete admin token"))
        {
            _error = await Deletion.DeleteAsync(_tokens!, IdOf, token, token.TokenName, () => Client.AdminTokens.RevokeAsync(token.Id!.Value), StateHasChanged);
        }
    }

    // Tokens of the configuration have no id, and are never replaced.
    private static long IdOf(AdminToken token) => token.Id ?? -1;
}
