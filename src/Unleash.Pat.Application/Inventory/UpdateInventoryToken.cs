using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Inventory;

/// <summary>Changes a token of any account; what is <see langword="null"/> stays as it is (docs/api.md, section 9).</summary>
[RequiresPermission(Permission.Admin)]
public sealed record UpdateInventoryTokenCommand(long Id, PatChange Change) : IRequest<InventoryToken>;

internal sealed class UpdateInventoryTokenCommandValidator : AbstractValidator<UpdateInventoryTokenCommand>
{
    public UpdateInventoryTokenCommandValidator(TimeProvider time) => RuleFor(command => command.Change).MustBeChange(time);
}

internal sealed class UpdateInventoryTokenCommandHandler(IInventoryRepository inventory, PatUpdater updater)
    : IRequestHandler<UpdateInventoryTokenCommand, InventoryToken>
{
    public async Task<InventoryToken> Handle(UpdateInventoryTokenCommand request, CancellationToken cancellationToken)
    {
        await updater.UpdateAsync(userId: null, request.Id, request.Change, cancellationToken);
        return await inventory.RequireAsync(request.Id, cancellationToken);
    }
}
