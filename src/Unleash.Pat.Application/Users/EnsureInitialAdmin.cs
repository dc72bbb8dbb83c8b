using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Creates the first administrator where there is no account yet.</summary>
[NoPermissionRequired("Sent by the service itself as it starts; no route leads here.")]
public sealed record EnsureInitialAdminCommand : IRequest<InitialAdminResult>;

/// <summary>The administrator that the first start created.</summary>
/// <param name="Username">The administrator's username; <see langword="null"/> where there were accounts already.</param>
/// <param name="GeneratedPassword">The password, where the configuration has none.</param>
/// <param name="File">The file with the password; <see langword="null"/> where the terminal is to show it, once.</param>
public sealed record InitialAdminResult(string? Username, Password? GeneratedPassword = null, string? File = null);

internal sealed class EnsureInitialAdminCommandHandler(
    IUserRepository users,
    IPasswordHasher passwords,
    IInitialPasswordKeeper keeper,
    IOptions<InitialAdminOptions> options,
    TimeProvider time)
    : IRequestHandler<EnsureInitialAdminCommand, InitialAdminResult>
{
    public async Task<InitialAdminResult> Handle(EnsureInitialAdminCommand request, CancellationToken cancellationToken)
    {
        if (await users.AnyAsync(cancellationToken))
        {
            return new InitialAdminResult(null);
        }

        if (options.Value.Password is { Length: > 0 } configured)
        {
            return new InitialAdminResult(await CreateAsync(new Password(configured), cancellationToken));
        }

        var generated = GeneratedPassword.Create();
        var file = await keeper.KeepAsync(generated, cancellationToken);
        var username = await CreateAsync(generated, file, cancellationToken);
        return username is null ? new InitialAdminResult(null) : new InitialAdminResult(username, generated, file);
    }

    // The password is written before the account is stored: a process that ends between the two must not lose it.
    private async Task<string?> CreateAsync(Password password, string? file, CancellationToken cancellationToken)
    {
        try
        {
            var username = await CreateAsync(password, cancellationToken);
            if (username is null && file is not null)
            {
                keeper.Discard(file);
            }

            return username;
        }
        catch when (file is not null)
        {
            // The database may have committed without acknowledging it. Where this read fails too, the file stays.
            if (!await users.AnyAsync(CancellationToken.None))
            {
                keeper.Discard(file);
            }

            throw;
        }
    }

    private async Task<string?> CreateAsync(Password password, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        var admin = new NewUser(
            AccountType.User,
            Username.Prepare(options.Value.Username),
            null,
            null,
            RootRole.Admin,
            await passwords.HashAsync(password, cancellationToken),
            now);
        var result = await users.CreateAsync(admin, AuditStamp.BySystem(EventType.UserCreated, now), cancellationToken);
        return result.Value?.Username;
    }
}
