using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Gets a page of the tokens of all accounts (docs/api.md, section 9).</summary>
/// <param name="After">Where the page begins; <see langword="null"/> for the first.</param>
/// <param name="KnownTotal">What the first page counted; <see langword="null"/> to count.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetInventoryQuery(
    InventoryFilter Filter, InventoryOrder Order, int Limit, InventoryPosition? After, long? KnownTotal) : IRequest<CountedInventoryPage>
{
    /// <summary>The most tokens on a page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>The tokens on a page where nothing else is asked for.</summary>
    public const int DefaultLimit = 100;

    /// <summary>
    /// Whether all tokens are read, batch after batch: then a page has as many as come up, possibly none though others follow,
    /// and its total is not counted.
    /// </summary>
    public bool IsExport { get; init; }
}

/// <summary>A page, and the number of tokens on all pages.</summary>
public sealed record CountedInventoryPage(InventoryPage Page, long Total);

internal sealed class GetInventoryQueryHandler(IInventoryRepository inventory, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<GetInventoryQuery, CountedInventoryPage>
{
    public async Task<CountedInventoryPage> Handle(GetInventoryQuery request, CancellationToken cancellationToken)
    {
        var criteria = new InventoryCriteria(request.Filter, TokenPolicy.Of(options.Value), UtcMilliseconds.UtcNow(time));
        if (request.IsExport)
        {
            return new CountedInventoryPage(await inventory.GetBatchAsync(criteria, request.Order, request.After, cancellationToken), 0);
        }

        var page = await inventory.GetPageAsync(criteria, request.Order, request.After, request.Limit, cancellationToken);
        return new CountedInventoryPage(page, await TotalAsync(request, criteria, page, cancellationToken));
    }

    // A first page that is the last one shows the total.
    private async Task<long> TotalAsync(
        GetInventoryQuery request, InventoryCriteria criteria, InventoryPage page, CancellationToken cancellationToken) =>
        request.KnownTotal
        ?? (request.After is null && page.Next is null
            ? page.Tokens.Count
            : await inventory.CountAsync(criteria, cancellationToken));
}
