using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class AuthenticationFailureStore(Database database) : IAuthenticationFailureStore
{
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
