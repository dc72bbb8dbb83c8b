using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Reads all tokens that match, however many there are (docs/api.md, section 9).</summary>
[RequiresPermission(Permission.Admin)]
public sealed record ExportInventoryQuery(InventoryFilter Filter, InventoryOrder Order) : IRequest<IAsyncEnumerable<InventoryToken>>;

internal sealed class ExportInventoryQueryHandler(IInventoryRepository inventory, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<ExportInventoryQuery, IAsyncEnumerable<InventoryToken>>
{
    public Task<IAsyncEnumerable<InventoryToken>> Handle(ExportInventoryQuery request, CancellationToken cancellationToken)
    {
        var criteria = new InventoryCriteria(request.Filter, TokenPolicy.Of(options.Value), UtcMilliseconds.UtcNow(time));
        return Task.FromResult(inventory.ReadAllAsync(criteria, request.Order, cancellationToken));
    }
}
