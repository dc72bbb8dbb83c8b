using Microsoft.AspNetCore.Components;
using MudBlazor;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Forms;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Inventory;

/// <summary>The tokens of all accounts, for administrators. The address holds the filter and the order.</summary>
public sealed partial class AllTokensPage
{
    private const int PageSize = 50;
    private const int MaxPageSize = 1000;

    private List<InventoryToken>? _tokens;
    private string? _loadedRequest;
    private long _total;
    private string? _next;
    private string? _error;
    private bool _isLoadingMore;

    [Inject] private IUnleashPatClient Client { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    [Inject] private Deletion Deletion { get; set; } = null!;

    [Inject] private RefreshSignal RefreshSignal { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private string Request => Filter.ToQuery(Order.ToString());

    // A link, so that the browser writes the answer to the disk while it arrives.
    private string Export => $"api/admin/personal-access-tokens?{Request}&format=csv";

    private string? OwnerName => Filter.UserId is { } id ? _tokens?.Find(token => token.Owner.Id == id)?.Owner.DisplayName : null;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        // A refresh in the background keeps what "Load more" has added.
        var limit = _loadedRequest == Request ? Math.Clamp(_tokens!.Count, PageSize, MaxPageSize) : PageSize;
        var request = Request;
        var page = await Client.Inventory.GetPageAsync(Filter, Order.Sort, Order.IsDescending, limit, cursor: null, cancellationToken);
        _loadedRequest = request;
        _tokens = [.. page.Items];
        Show(page);
    }

    private void Show(InventoryCursorPage page)
    {
        _total = page.Total;
        _next = page.NextCursor;
        StateHasChanged();
    }

    private async Task LoadMoreAsync()
    {
        var request = Request;
        _isLoadingMore = true;
        _error = await ApiErrors.TryAsync(
            async () =>
            {
                var page = await Client.Inventory.GetPageAsync(Filter, Order.Sort, Order.IsDescending, PageSize, _next);
                if (request == Request)
                {
                    _tokens!.AddRange(page.Items.ExceptBy(_tokens.Select(token => token.Id), token => token.Id));
                    Show(page);
                }
            },
            "There are more tokens, but they could not be loaded.");
        _isLoadingMore = false;
    }

    private void Replace(InventoryToken token)
    {
        var index = _tokens!.FindIndex(other => other.Id == token.Id);
        if (index >= 0)
        {
            _tokens[index] = token;
        }

        RefreshSignal.Request();
    }

    private async Task DeleteAsync(InventoryToken token)
    {
        _error = null;
        if (!await Dialogs.ConfirmTokenDeletionAsync(token.Description))
        {
            return;
        }

        _error = await Deletion.DeleteAsync(
            _tokens!, other => other.Id, token, token.Description, () => Client.Inventory.RevokeAsync(token.Id), StateHasChanged);
        RefreshSignal.Request();
    }

    private async Task RevokeAllAsync()
    {
        _error = null;
        var revoked = await Dialogs.ShowForResultAsync<RevokeTokensDialog, RevokedTokens>(
            new DialogParameters<RevokeTokensDialog> { { dialog => dialog.Filter, Filter } }, CreateTokenDialog.Options);
        if (revoked is not null)
        {
            Snackbar.Notify($"Revoked {TokenConfirmations.Count(revoked.Revoked, "token")}.");
            RefreshSignal.Request();
        }
    }
}
