using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Stores who users are at the identity provider. <see cref="IUserRepository"/> stores those of new users.</summary>
public interface IUserIdentityRepository
{
    /// <summary>The user of a person, with the hash of the password.</summary>
    Task<UserCredentials?> FindAsync(ProviderIdentity identity, CancellationToken cancellationToken);

    /// <summary>Stores that a user is this person, and records it, both or neither.</summary>
    /// <param name="user">The user as it was found by its e-mail address.</param>
    /// <returns>
    /// <see cref="WriteStatus.NotFound"/> where the user was deleted, switched off, or got another address since;
    /// <see cref="WriteStatus.NameTaken"/> where the user is another person of that provider, or the person another user.
    /// </returns>
    Task<WriteStatus> LinkAsync(User user, ProviderIdentity identity, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Removes who users are, and records each, so that their next sign-in finds them by the e-mail address.</summary>
    /// <param name="userId">The user; <see langword="null"/> for all.</param>
    /// <param name="limit">The most that are removed at once.</param>
    /// <returns>The users, one for each provider; as many as <paramref name="limit"/> where there may be more.</returns>
    Task<IReadOnlyList<long>> UnlinkAsync(long? userId, int limit, AuditStamp audit, CancellationToken cancellationToken);
}

/// <summary>A user and the person at the identity provider, in the event log.</summary>
/// <param name="Id">The user.</param>
public sealed record UserIdentityEventData(long Id, string? Username, string? Email, string Issuer, string Subject)
{
    public static UserIdentityEventData From(User user, ProviderIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(identity);
        return new(user.Id, user.Username, user.Email, identity.Issuer, identity.Subject);
    }
}
