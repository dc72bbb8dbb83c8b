using System.Security.Cryptography;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.EnsureInitialAdmin;

internal sealed class EnsureInitialAdminCommandHandler(
    IUserRepository users,
    IPasswordHashing passwords,
    IOptions<InitialAdminOptions> options,
    TimeProvider time)
    : IRequestHandler<EnsureInitialAdminCommand, InitialAdminResult>
{
    private const int GeneratedLength = 24;
    private const string Unmistakable = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public async Task<InitialAdminResult> Handle(EnsureInitialAdminCommand request, CancellationToken cancellationToken)
    {
        if (await users.AnyAsync(cancellationToken))
        {
            return new InitialAdminResult(null, null);
        }

        var configured = options.Value.Password is { Length: > 0 } text ? new Password(text) : null;
        var generated = configured is null ? new Password(RandomNumberGenerator.GetString(Unmistakable, GeneratedLength)) : null;
        var now = Instant.UtcNow(time);
        var admin = new NewUser(
            AccountType.User,
            Username.Prepare(options.Value.Username),
            null,
            null,
            RootRole.Admin,
            passwords.Hash(configured ?? generated!),
            now);
        var id = await users.CreateAsync(
            admin,
            given => AuditEvent.BySystem(EventType.UserCreated, now, UserEventData.From(given, admin)),
            cancellationToken);
        return id is null ? new InitialAdminResult(null, null) : new InitialAdminResult(admin.Username, generated);
    }
}
