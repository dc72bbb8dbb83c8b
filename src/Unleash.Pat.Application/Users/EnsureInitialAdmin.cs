using System.Security.Cryptography;
using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Makes the first administrator where there is no account yet.</summary>
[NoPermissionRequired("Sent by the service itself as it starts; no route leads here.")]
public sealed record EnsureInitialAdminCommand : IRequest<InitialAdminResult>;

/// <summary>What the first start has made.</summary>
/// <param name="Username">The new administrator's name; <see langword="null"/> where there were accounts already.</param>
/// <param name="GeneratedPassword">The password, where the service had to invent one.</param>
/// <param name="File">The file that has the password; <see langword="null"/> where it is to be shown in the terminal, once.</param>
public sealed record InitialAdminResult(string? Username, Password? GeneratedPassword = null, string? File = null);

internal sealed class EnsureInitialAdminCommandHandler(
    IUserRepository users,
    IPasswordHasher passwords,
    IInitialPasswordKeeper keeper,
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
            return new InitialAdminResult(null);
        }

        if (options.Value.Password is { Length: > 0 } configured)
        {
            return new InitialAdminResult(await CreateAsync(new Password(configured), cancellationToken));
        }

        var generated = new Password(RandomNumberGenerator.GetString(Unmistakable, GeneratedLength));
        var file = await keeper.KeepAsync(generated, cancellationToken);
        var username = await CreateAsync(generated, file, cancellationToken);
        return username is null ? new InitialAdminResult(null) : new InitialAdminResult(username, generated, file);
    }

    // The password is kept before the account can be there, so that no end of the process in between loses it.
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
            // Where the database has not said whether it committed, this tells, or fails too and leaves the file.
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
