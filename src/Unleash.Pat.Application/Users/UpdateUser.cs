using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Changes a user; <see langword="null"/> or an empty text leaves a property as it is.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="RootRole">The role's id or name.</param>
/// <param name="IsEnabled">Whether the user can sign in and the user's tokens authenticate.</param>
[RequiresPermission(Permission.Admin)]
public sealed record UpdateUserCommand(long Id, string? Name, string? Email, string? RootRole, bool? IsEnabled = null)
    : IRequest<User>;

internal sealed class UpdateUserCommandValidator : AbstractValidator<UpdateUserCommand>
{
    public UpdateUserCommandValidator(IUserRepository users)
    {
        this.WhenChanged(
            users,
            command => (command.Id, command.Email),
            user => user.Email,
            () => RuleFor(command => command.Email).MustBeEmail());
        this.WhenChanged(
            users,
            command => (command.Id, command.Name),
            user => user.Name,
            () => RuleFor(command => command.Name).MustBeName());
        RuleFor(command => command.RootRole).MustBeRole();
    }
}

internal sealed class UpdateUserCommandHandler(
    IUserRepository users, ITokenEviction cache, ICurrentUser current, TimeProvider time)
    : IRequestHandler<UpdateUserCommand, User>
{
    public async Task<User> Handle(UpdateUserCommand request, CancellationToken cancellationToken)
    {
        var update = new AccountUpdate(
            request.Id,
            AccountType.User,
            request.Name.AsName(),
            request.Email.AsEmail(),
            request.RootRole is { } role ? RootRole.Find(role) : null,
            request.IsEnabled);
        var audit = AuditStamp.By(current.Required, EventType.UserUpdated, UtcMilliseconds.UtcNow(time));
        try
        {
            var result = await users.UpdateAsync(update, audit, cancellationToken);
            return result.RequireAccount(Errors.UserNotFound);
        }
        finally
        {
            // Threat: after a demotion that was committed but not acknowledged, the user's tokens would keep the former
            // role on this node. So the cache forgets them, whatever the database answered.
            cache.EvictAccount(request.Id);
        }
    }
}
