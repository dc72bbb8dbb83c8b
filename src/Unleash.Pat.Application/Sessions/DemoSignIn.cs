using FluentValidation;
using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Signs in by an e-mail address alone; routed only where <c>Authentication:Demo=true</c>.</summary>
/// <param name="Email">The address; its user is created at the first sign-in.</param>
[NoPermissionRequired("A sign-in has no caller yet; the route exists only where demo sign-in is switched on.")]
public sealed record DemoSignInCommand(string Email) : IRequest<SignedIn>;

internal sealed class DemoSignInCommandValidator : AbstractValidator<DemoSignInCommand>
{
    public DemoSignInCommandValidator() =>
        RuleFor(command => command.Email)
            .Cascade(CascadeMode.Stop)
            .Must(email => !AccountName.IsTooLong(email))
            .WithError(Errors.EmailTooLong)
            .Must(AccountName.IsEmailAddress)
            .WithError(Errors.EmailInvalid);
}

internal sealed class DemoSignInCommandHandler(IUserRepository users, SessionStarter starter, TimeProvider time)
    : IRequestHandler<DemoSignInCommand, SignedIn>
{
    public async Task<SignedIn> Handle(DemoSignInCommand request, CancellationToken cancellationToken)
    {
        var found = await users.FindForSignInAsync(request.Email, cancellationToken)
            ?? await CreateAsync(request.Email, cancellationToken);

        // Threat: demo sign-in would open every account whose address is known, the administrator's first. So it opens only
        // accounts without a password.
        var signedIn = found.PasswordHash is null
            ? await starter.StartAsync(found.User, new(Hash: null), cancellationToken)
            : null;
        return signedIn ?? throw new RefusedException(Errors.WrongCredentials);
    }

    private async Task<UserCredentials> CreateAsync(string email, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var user = new NewUser(AccountType.User, null, AccountName.Address(email), null, RootRole.Editor, null, now);
        await users.CreateAsync(user, AuditStamp.BySystem(EventType.UserCreated, now), cancellationToken);

        // Another request may have created the user first; that user is found too.
        return await users.FindForSignInAsync(email, cancellationToken)
            ?? throw new RefusedException(Errors.WrongCredentials);
    }
}
