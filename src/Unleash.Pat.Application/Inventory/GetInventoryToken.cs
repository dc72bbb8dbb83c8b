using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Gets a token of any account (docs/api.md, section 9).</summary>
[RequiresPermission(Permission.Admin)]
public sealed record GetInventoryTokenQuery(long Id) : IRequest<InventoryToken>;

internal sealed class GetInventoryTokenQueryHandler(IInventoryRepository inventory)
    : IRequestHandler<GetInventoryTokenQuery, InventoryToken>
{
    public Task<InventoryToken> Handle(GetInventoryTokenQuery request, CancellationToken cancellationToken) =>
        inventory.RequireAsync(request.Id, cancellationToken);
}
