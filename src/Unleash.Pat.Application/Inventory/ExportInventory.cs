using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Reads all tokens that match, however many there are, for the command line.</summary>
[RequiresPermission(Permission.Admin)]
public sealed record ExportInventoryQuery(InventoryFilter Filter, InventoryOrder Order) : IRequest<IAsyncEnumerable<InventoryToken>>;

internal sealed class ExportInventoryQueryHandler(IInventoryRepository inventory, IOptions<PatOptions> options, TimeProvider time)
    : IRequestHandler<ExportInventoryQuery, IAsyncEnumerable<InventoryToken>>
{
    public Task<IAsyncEnumerable<InventoryToken>> Handle(ExportInventoryQuery request, CancellationToken cancellationToken)
    {
        var criteria = new InventoryCriteria(request.Filter, TokenPolicy.Of(options.Value), UtcMilliseconds.UtcNow(time));
        return Task.FromResult(ReadAsync(criteria, request.Order, cancellationToken));
    }

    private async IAsyncEnumerable<InventoryToken> ReadAsync(
        InventoryCriteria criteria, InventoryOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        InventoryPosition? after = null;
        do
        {
            var batch = await inventory.GetBatchAsync(criteria, order, after, cancellationToken);
            foreach (var token in batch.Tokens)
            {
                yield return token;
            }

            after = batch.Next;
        }
        while (after is not null);
    }
}
