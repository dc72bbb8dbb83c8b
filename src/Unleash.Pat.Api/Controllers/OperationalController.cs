using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Application.Instance.CheckReadiness;

namespace Unleash.Pat.Api.Controllers;

/// <summary>What load balancers and supervisors ask.</summary>
[ApiController]
[AllowAnonymous]
public sealed class OperationalController(IMediator mediator) : ControllerBase
{
    /// <summary>Ask whether the process serves at all.</summary>
    /// <returns><c>GOOD</c></returns>
    [HttpGet("health")]
    public HealthSchema GetHealth() => new();

    /// <summary>Ask whether the database is reached and at the right version; 503 where it is not.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns><c>GOOD</c></returns>
    [HttpGet("ready")]
    public async Task<HealthSchema> GetReady(CancellationToken cancellationToken)
    {
        await mediator.Send(new CheckReadinessQuery(), cancellationToken);
        return new HealthSchema();
    }
}
