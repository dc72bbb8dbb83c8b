using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Creates an account for a program: it has tokens and no password.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Username">The name in the log; unique among all accounts.</param>
/// <param name="RootRole">The role's id or name.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateServiceAccountCommand(string Name, string Username, string RootRole) : IRequest<User>;

internal sealed class CreateServiceAccountCommandValidator : AbstractValidator<CreateServiceAccountCommand>
{
    public CreateServiceAccountCommandValidator()
    {
        RuleFor(command => command.Name)
            .Must(name => name.Length > 0)
            .WithError(Errors.NameEmpty);
        RuleFor(command => command.Username)
            .Must(username => username.Length > 0)
            .WithError(Errors.UsernameEmpty);
        RuleFor<string?>(command => command.Name).MustBeName();
        RuleFor<string?>(command => command.Username).MustBeUsername();
        RuleFor<string?>(command => command.RootRole).MustBeRole();
    }
}

internal sealed class CreateServiceAccountCommandHandler(
    IUserRepository users, ICurrentUser current, TimeProvider time)
    : IRequestHandler<CreateServiceAccountCommand, User>
{
    public async Task<User> Handle(CreateServiceAccountCommand request, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var account = new NewUser(
            AccountType.ServiceAccount,
            request.Username.AsUsername(),
            Email: null,
            request.Name.AsName(),
            RootRole.Find(request.RootRole)!,
            PasswordHash: null,
            now);
        var result = await users.CreateAsync(
            account, AuditStamp.By(current.Required, EventType.ServiceAccountCreated, now), cancellationToken);
        return result.Require(_ => Errors.ServiceAccountExists);
    }
}
