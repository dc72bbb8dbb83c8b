namespace Unleash.Pat.Client;

internal sealed class InventoryClient(WireClient wire) : IInventoryClient
{
    public Task<InventoryPage> GetPageAsync(
        InventoryFilter? filter, string? sort, int limit, string? cursor, CancellationToken cancellationToken) =>
        wire.GetTokensAsync(
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
            sort,
            limit,
            cursor,
            cancellationToken);

    public Task<InventoryToken> UpdateAsync(long id, PersonalAccessTokenUpdate update, CancellationToken cancellationToken) =>
        wire.UpdateTokenAsync(id, update, cancellationToken);

    public Task RevokeAsync(long id, CancellationToken cancellationToken) => wire.DeleteTokenAsync(id, cancellationToken);

    public Task<RevokedTokens> PreviewRevocationAsync(InventoryFilter filter, CancellationToken cancellationToken) =>
        wire.RevokeTokensAsync(new TokenRevocation { Filter = filter, DryRun = true }, cancellationToken);

    public Task<RevokedTokens> RevokeAllAsync(InventoryFilter filter, long expected, CancellationToken cancellationToken) =>
        wire.RevokeTokensAsync(new TokenRevocation { Filter = filter, DryRun = false, Expected = expected }, cancellationToken);
}
