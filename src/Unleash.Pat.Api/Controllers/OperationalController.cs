using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Instance.CheckReadiness;

namespace Unleash.Pat.Api.Controllers;

/// <summary>What load balancers and supervisors ask.</summary>
[ApiController]
[AllowAnonymous]
[Tags(ApiTags.Operational)]
public sealed class OperationalController(IMediator mediator) : ControllerBase
{
    /// <summary>Ask whether the process serves at all.</summary>
    /// <remarks>Tells that the process serves at all.</remarks>
    /// <returns><c>GOOD</c></returns>
    [HttpGet("health")]
    public HealthSchema GetHealth() => new();

    /// <summary>Ask whether the database is reached and at the right version; 503 where it is not.</summary>
    /// <remarks>Tells whether the database is reached and at the right version.</remarks>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns><c>GOOD</c></returns>
    [HttpGet("ready")]
    [Sends<CheckReadinessQuery>]
    public async Task<HealthSchema> GetReady(CancellationToken cancellationToken)
    {
        await mediator.Send(new CheckReadinessQuery(), cancellationToken);
        return new HealthSchema();
    }
}
