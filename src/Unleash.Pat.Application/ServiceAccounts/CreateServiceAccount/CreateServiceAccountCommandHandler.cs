using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.CreateServiceAccount;

internal sealed class CreateServiceAccountCommandHandler(
    IUserRepository users, ICurrentAccount current, TimeProvider time)
    : IRequestHandler<CreateServiceAccountCommand, User>
{
    public async Task<User> Handle(CreateServiceAccountCommand request, CancellationToken cancellationToken)
    {
        var now = Instant.UtcNow(time);
        var account = new NewUser(
            AccountType.ServiceAccount,
            request.Username.AsUsername(),
            Email: null,
            request.Name.AsName(),
            RootRole.Find(request.RootRole)!,
            PasswordHash: null,
            now);
        var id = await users.CreateAsync(
            account,
            given => AuditEvent.By(
                current.Required, EventType.ServiceAccountCreated, now, UserEventData.From(given, account)),
            cancellationToken);
        return id is { } known
            ? account.WithId(known)
            : throw new NameExistsException("A service account or user with that username already exists.");
    }
}
