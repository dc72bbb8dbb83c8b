using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.CreateUser;

internal sealed class CreateUserCommandHandler(
    IUserRepository users,
    IPasswordHashing passwords,
    ICurrentAccount current,
    TimeProvider time)
    : IRequestHandler<CreateUserCommand, User>
{
    public async Task<User> Handle(CreateUserCommand request, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);
        var user = new NewUser(
            AccountType.User,
            request.Username.AsUsername(),
            request.Email.AsEmail(),
            request.Name.AsName(),
            RootRole.Find(request.RootRole)!,
            request.Password is { } password ? await passwords.HashAsync(password, cancellationToken) : null,
            now);
        var id = await users.CreateAsync(
            user,
            given => AuditEvent.By(current.Required, EventType.UserCreated, now, UserEventData.From(given, user)),
            cancellationToken);
        return id is { } known ? user.WithId(known) : throw new NameExistsException("User already exists");
    }
}
