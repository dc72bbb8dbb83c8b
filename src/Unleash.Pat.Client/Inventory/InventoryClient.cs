using System.Runtime.CompilerServices;

namespace Unleash.Pat.Client;

internal sealed class InventoryClient(WireClient wire) : IInventoryClient
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<InventoryToken> ListAsync(
        InventoryFilter? filter, InventorySort sort, bool descending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await GetPageAsync(filter, sort, descending, PageSize, cursor, cancellationToken).ConfigureAwait(false);
            foreach (var token in page.Items)
            {
                yield return token;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    public async Task<InventoryCursorPage> GetPageAsync(
        InventoryFilter? filter, InventorySort sort, bool descending, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await wire.GetTokensAsync(
            filter?.State,
            filter?.AccountType?.Value,
            filter?.UserId,
            filter?.Query,
            filter?.Scope,
            filter?.Unrestricted,
            filter?.NeverExpires,
            filter?.ExpiresBefore,
            filter?.CreatedBefore,
            filter?.UnusedSince,
            filter?.ViolatesPolicy,
            NameOf(sort, descending),
            limit,
            cursor,
            format: null,
            cancellationToken).ConfigureAwait(false);
        return new InventoryCursorPage(page.Tokens, page.Total, page.NextCursor);
    }

    public Task<InventoryToken> GetAsync(long id, CancellationToken cancellationToken) => wire.GetTokenAsync(id, cancellationToken);

    public Task<InventoryToken> UpdateAsync(long id, PersonalAccessTokenUpdate update, CancellationToken cancellationToken) =>
        wire.UpdateTokenAsync(id, update, cancellationToken);

    public Task RevokeAsync(long id, CancellationToken cancellationToken) => wire.DeleteTokenAsync(id, cancellationToken);

    public Task<RevokedTokens> PreviewRevocationAsync(InventoryFilter filter, CancellationToken cancellationToken) =>
        wire.RevokeTokensAsync(new TokenRevocation { Filter = filter, DryRun = true }, cancellationToken);

    public Task<RevokedTokens> RevokeMatchingAsync(InventoryFilter filter, long expected, CancellationToken cancellationToken) =>
        wire.RevokeTokensAsync(new TokenRevocation { Filter = filter, DryRun = false, Expected = expected }, cancellationToken);

    private static string NameOf(InventorySort sort, bool descending) => (descending ? "-" : "") + sort switch
    {
        InventorySort.CreatedAt => "createdAt",
        InventorySort.ExpiresAt => "expiresAt",
        InventorySort.SeenAt => "seenAt",
        InventorySort.Owner => "owner",
        _ => "id",
    };
}
