using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Stores sessions.</summary>
public interface ISessionRepository
{
    /// <summary>Begins a session and records it, both or neither; deletes the user's expired sessions.</summary>
    /// <param name="password">The verified password; the session begins only where it is still the account's.</param>
    /// <param name="audit">Who signs in, and when.</param>
    /// <returns>
    /// The numbers of live and of deleted sessions; <see langword="null"/> where the account was deleted or its password
    /// changed: then nothing is written.
    /// </returns>
    Task<SessionCounts?> BeginAsync(
        NewSession session, VerifiedPassword password, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Records a refused sign-in, and counts it against the user.</summary>
    /// <param name="userId">The user; <see langword="null"/> where no user has the name.</param>
    /// <param name="audit">The user, or the service, and when.</param>
    Task RecordFailureAsync(long? userId, SignInEventData data, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Ends a session and records it, both or neither.</summary>
    /// <param name="audit">Who signs out, and when.</param>
    /// <returns><see langword="false"/> where it had ended before; then nothing is recorded.</returns>
    Task<bool> EndAsync(long id, SignInEventData data, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>A user's live sessions by id.</summary>
    Task<IReadOnlyList<SessionRecord>> GetLiveAsync(long userId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Whether a user has a live session that began at an address.</summary>
    Task<bool> HasLiveFromAsync(long userId, string? address, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends one of a user's sessions, or all of them, and records it, all or nothing.</summary>
    /// <param name="id">The session; <see langword="null"/> for all.</param>
    /// <param name="audit">Who ends them, and when; nothing is recorded where there is none.</param>
    /// <returns>The number of ended sessions.</returns>
    Task<int> EndOfUserAsync(long userId, long? id, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Deletes expired sessions of all users.</summary>
    /// <param name="expiredBy">Only sessions that had expired by then.</param>
    /// <param name="limit">The most sessions to delete.</param>
    /// <returns>The number of deleted sessions.</returns>
    Task<int> DeleteExpiredAsync(DateTimeOffset expiredBy, int limit, CancellationToken cancellationToken);
}
