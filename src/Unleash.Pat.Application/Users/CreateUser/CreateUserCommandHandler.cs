using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.CreateUser;

internal sealed class CreateUserCommandHandler(
    IUserRepository users,
    IPasswordHashing passwords,
    PasswordRules rules,
    ICurrentAccount current,
    TimeProvider time)
    : IRequestHandler<CreateUserCommand, User>
{
    public async Task<User> Handle(CreateUserCommand request, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);
        var user = new NewUser(
            AccountType.User,
            request.Username.NullIfEmpty(),
            request.Email.AsEmail(),
            request.Name.NullIfEmpty(),
            RootRole.Find(request.RootRole)!,
            Hash(request),
            now);
        var id = await users.CreateAsync(
            user,
            given => AuditEvent.By(current.Required, EventType.UserCreated, now, UserEventData.From(given, user)),
            cancellationToken);
        return id is { } known ? user.WithId(known) : throw new NameExistsException("User already exists");
    }

    private string? Hash(CreateUserCommand request)
    {
        if (request.Password is not { } password)
        {
            return null;
        }

        rules.Require(password, request.Username, request.Email);
        return passwords.Hash(password);
    }
}
