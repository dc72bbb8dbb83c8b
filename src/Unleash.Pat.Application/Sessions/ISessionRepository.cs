using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Keeps sessions.</summary>
public interface ISessionRepository
{
    /// <summary>Begins a session and records it, both or neither; clears the user's ended sessions away.</summary>
    /// <param name="session">The session.</param>
    /// <param name="password">By which password; the session begins only where it is still the account's.</param>
    /// <param name="signedIn">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>
    /// How many there are now, and how many were cleared away; <see langword="null"/> where the account is gone or its
    /// password is another by now: then nothing is written.
    /// </returns>
    Task<SessionCounts?> BeginAsync(
        NewSession session, VerifiedPassword password, AuditEvent signedIn, CancellationToken cancellationToken);

    /// <summary>Records a sign-in that was refused, and counts it against the user.</summary>
    /// <param name="userId">The user; <see langword="null"/> where there is none of that name.</param>
    /// <param name="failed">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>When it is written.</returns>
    Task RecordFailureAsync(long? userId, AuditEvent failed, CancellationToken cancellationToken);

    /// <summary>Ends a session and records it, both or neither.</summary>
    /// <param name="id">The session.</param>
    /// <param name="signedOut">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns><see langword="false"/> where it had ended before; then nothing is recorded.</returns>
    Task<bool> EndAsync(long id, AuditEvent signedOut, CancellationToken cancellationToken);

    /// <summary>A user's live sessions.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>By id.</returns>
    Task<IReadOnlyList<SessionRecord>> GetLiveAsync(long userId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Whether a user has a live session that began at an address.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="address">The address, or none.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns><see langword="true"/> where there is one.</returns>
    Task<bool> HasLiveFromAsync(long userId, string? address, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Ends one of a user's sessions, or all of them, and records it, all or nothing.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="id">Which; <see langword="null"/> for all.</param>
    /// <param name="ended">Makes the event, told how many there were; not asked where there were none.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>How many there were.</returns>
    Task<int> EndOfUserAsync(
        long userId, long? id, Func<int, AuditEvent> ended, CancellationToken cancellationToken);

    /// <summary>Deletes sessions of all users that have expired.</summary>
    /// <param name="expiredBy">Only what had expired by then.</param>
    /// <param name="limit">The most sessions to delete.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>How many there were.</returns>
    Task<int> DeleteExpiredAsync(DateTimeOffset expiredBy, int limit, CancellationToken cancellationToken);
}
