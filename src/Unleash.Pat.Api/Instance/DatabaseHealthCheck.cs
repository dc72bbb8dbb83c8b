using Microsoft.Extensions.Diagnostics.HealthChecks;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Instance;

/// <summary>Healthy where the database can be reached and is at this version of the service.</summary>
internal sealed class DatabaseHealthCheck(IDatabaseProbe database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.RequireReadyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (ServiceUnavailableException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: exception);
        }
    }
}
