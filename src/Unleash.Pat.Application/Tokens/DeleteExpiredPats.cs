using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Revokes those of the caller's tokens that have expired (docs/api.md, section 1.7).</summary>
/// <param name="State">Must be <c>expired</c>: there is no deleting of all.</param>
[RequiresPermission(Permission.DeletePat)]
[RequiresAccount]
public sealed record DeleteExpiredPatsCommand(string? State) : IRequest<int>
{
    internal const string Expired = "expired";
}

internal sealed class DeleteExpiredPatsCommandValidator : AbstractValidator<DeleteExpiredPatsCommand>
{
    public DeleteExpiredPatsCommandValidator() => RuleFor(command => command.State)
        .MustPass(state => state == DeleteExpiredPatsCommand.Expired ? [] : [Errors.DeletionNeedsState]);
}

internal sealed class DeleteExpiredPatsCommandHandler(
    IPatRepository pats, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<DeleteExpiredPatsCommand, int>
{
    public async Task<int> Handle(DeleteExpiredPatsCommand request, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(current.Required, EventType.PatDeleted, UtcMilliseconds.UtcNow(time));
        var deleted = await pats.DeleteExpiredAsync(current.RequiredUserId, audit, cancellationToken);
        cache.EvictTokens(deleted);
        return deleted.Count;
    }
}
