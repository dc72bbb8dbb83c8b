using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Application.Housekeeping;

/// <summary>Deletes sessions that expired <c>Sessions:KeepExpiredFor</c> ago, whether or not their accounts sign in again.</summary>
/// <remarks>
/// Threat: a session has the address that a user came from; kept for ever, the stored addresses would reveal where users
/// were.
/// </remarks>
internal sealed class DeleteExpiredSessions(
    ISessionRepository sessions, IOptions<SessionOptions> options, TimeProvider time) : IChore
{
    public string Name => "deleted expired sessions";

    public int BatchSize => 500;

    public Task<int> RunBatchAsync(CancellationToken cancellationToken) =>
        sessions.DeleteExpiredAsync(time.GetUtcNow() - options.Value.KeepExpiredFor, BatchSize, cancellationToken);
}
