using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Sessions.Login;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions.DemoLogin;

internal sealed class DemoLoginCommandHandler(IUserRepository users, SessionStarter starter, TimeProvider time)
    : IRequestHandler<DemoLoginCommand, SignedIn>
{
    public async Task<SignedIn> Handle(DemoLoginCommand request, CancellationToken cancellationToken)
    {
        var found = await users.FindForSignInAsync(request.Email, cancellationToken)
            ?? await CreateAsync(request.Email, cancellationToken);

        // Threat: demo sign-in would open every account whose address somebody knows, the administrator's first. So it
        // leads only to accounts that nobody has protected by a password.
        var signedIn = found.PasswordHash is null
            ? await starter.StartAsync(found.User, new(Hash: null), cancellationToken)
            : null;
        return signedIn ?? throw new PasswordMismatchException(LoginCommandHandler.Mismatch);
    }

    private async Task<UserCredentials> CreateAsync(string email, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);
        var user = new NewUser(AccountType.User, null, AccountName.Address(email), null, RootRole.Editor, null, now);
        await users.CreateAsync(
            user,
            id => AuditEvent.BySystem(EventType.UserCreated, now, UserEventData.From(id, user)),
            cancellationToken);

        // Where a request beside this one has made the user first, that user is found just the same.
        return await users.FindForSignInAsync(email, cancellationToken)
            ?? throw new PasswordMismatchException(LoginCommandHandler.Mismatch);
    }
}
