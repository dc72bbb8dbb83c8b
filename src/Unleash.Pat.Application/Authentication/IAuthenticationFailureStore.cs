using Unleash.Pat.Application.Events;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Records authorization headers that authenticated no caller.</summary>
public interface IAuthenticationFailureStore
{
    /// <summary>Records events, all or none.</summary>
    /// <returns>A task that completes with the commit.</returns>
    Task RecordAsync(IReadOnlyList<AuditEvent> events, CancellationToken cancellationToken);
}
