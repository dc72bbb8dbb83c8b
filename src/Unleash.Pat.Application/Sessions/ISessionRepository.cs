using Unleash.Pat.Application.Auditing;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Keeps sessions.</summary>
public interface ISessionRepository
{
    /// <summary>Begins a session and records it, both or neither; clears the user's ended sessions away.</summary>
    /// <param name="session">The session.</param>
    /// <param name="signedIn">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>How many there are now, and how many were cleared away.</returns>
    Task<SessionCounts> BeginAsync(NewSession session, AuditEvent signedIn, CancellationToken cancellationToken);

    /// <summary>Records a sign-in that was refused, and counts it against the user.</summary>
    /// <param name="userId">The user; <see langword="null"/> where there is none of that name.</param>
    /// <param name="failed">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>When it is written.</returns>
    Task RecordFailureAsync(long? userId, AuditEvent failed, CancellationToken cancellationToken);

    /// <summary>The session of that key, if it is alive.</summary>
    /// <param name="keyHash">SHA-256 of the key.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The session, or <see langword="null"/>.</returns>
    Task<LiveSession?> FindLiveAsync(byte[] keyHash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes down that a session was used; never backwards.</summary>
    /// <param name="id">The session.</param>
    /// <param name="usedAt">When.</param>
    /// <param name="expiresAt">Its new end.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>When it is written.</returns>
    Task RenewAsync(long id, DateTimeOffset usedAt, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Ends a session and records it, both or neither.</summary>
    /// <param name="id">The session.</param>
    /// <param name="signedOut">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns><see langword="false"/> where it had ended before; then nothing is recorded.</returns>
    Task<bool> EndAsync(long id, AuditEvent signedOut, CancellationToken cancellationToken);
}
