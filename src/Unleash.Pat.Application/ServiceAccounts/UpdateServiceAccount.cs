using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Changes a service account; what is <see langword="null"/> or empty stays as it is.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="RootRole">The role's id or name.</param>
/// <param name="IsEnabled">Whether its tokens authenticate.</param>
[RequiresPermission(Permission.Admin)]
public sealed record UpdateServiceAccountCommand(long Id, string? Name, string? RootRole, bool? IsEnabled = null)
    : IRequest<User>;

internal sealed class UpdateServiceAccountCommandValidator : AbstractValidator<UpdateServiceAccountCommand>
{
    public UpdateServiceAccountCommandValidator(IUserRepository users)
    {
        this.WhenChanged(
            users,
            command => (command.Id, command.Name),
            account => account.Name,
            () => RuleFor(command => command.Name).MustBeName());
        RuleFor(command => command.RootRole).MustBeRole();
    }
}

internal sealed class UpdateServiceAccountCommandHandler(
    IUserRepository users, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<UpdateServiceAccountCommand, User>
{
    public async Task<User> Handle(UpdateServiceAccountCommand request, CancellationToken cancellationToken)
    {
        var update = new AccountUpdate(
            request.Id,
            AccountType.ServiceAccount,
            request.Name.AsName(),
            Email: null,
            request.RootRole is { } role ? RootRole.Find(role) : null,
            request.IsEnabled);
        var audit = AuditStamp.By(current.Required, EventType.ServiceAccountUpdated, UtcMilliseconds.UtcNow(time));
        try
        {
            var result = await users.UpdateAsync(update, audit, cancellationToken);
            return result.RequireAccount(Errors.ServiceAccountNotFound(request.Id));
        }
        finally
        {
            // Threat: as for a user, tokens would keep the former role where the database did not acknowledge the change.
            cache.EvictAccount(request.Id);
        }
    }
}
