using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Writes down what tells of no change: authorization headers that authenticated nobody.</summary>
internal sealed class AuthenticationFailureRepository(Database database)
{
    /// <summary>Records events, all or none.</summary>
    public Task RecordAsync(IReadOnlyList<AuditEvent> events, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async transaction =>
            {
                foreach (var entry in events)
                {
                    await transaction.RecordAsync(entry, cancellationToken);
                }

                return events.Count;
            },
            cancellationToken);
}
