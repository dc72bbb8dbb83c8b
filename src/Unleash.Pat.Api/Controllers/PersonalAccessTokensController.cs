using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Api.Json;
using Unleash.Pat.Application.Tokens.CreatePat;
using Unleash.Pat.Application.Tokens.DeletePat;
using Unleash.Pat.Application.Tokens.GetPat;
using Unleash.Pat.Application.Tokens.GetPats;

namespace Unleash.Pat.Api.Controllers;

/// <summary>The personal access tokens of the current account (contract section 1).</summary>
[ApiController]
[Route("api/admin/user/tokens")]
public sealed class PersonalAccessTokensController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Create a new Personal Access Token.</summary>
    /// <param name="body">What the token is asked to be.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The token, with its secret.</returns>
    [HttpPost]
    public async Task<ActionResult<PatCreatedSchema>> Create(CreatePatRequest body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var issued = await mediator.Send(new CreatePatCommand(body.Description, body.ExpiresAt), cancellationToken);
        return Created(
            $"{Request.PathBase}/api/admin/user/tokens/{issued.Pat.Id}", mapper.Map<PatCreatedSchema>(issued));
    }

    /// <summary>Get all Personal Access Tokens of the current user.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The tokens, by id.</returns>
    [HttpGet]
    public async Task<PatsSchema> GetAll(CancellationToken cancellationToken)
    {
        var pats = await mediator.Send(new GetPatsQuery(), cancellationToken);
        return new PatsSchema(mapper.Map<IReadOnlyList<PatSchema>>(pats));
    }

    /// <summary>Get one Personal Access Token of the current user.</summary>
    /// <param name="id">The token.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The token.</returns>
    [HttpGet("{id}")]
    public async Task<PatSchema> Get([IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        mapper.Map<PatSchema>(await mediator.Send(new GetPatQuery(id), cancellationToken));

    /// <summary>Delete a Personal Access Token of the current user.</summary>
    /// <param name="id">The token; one that is unknown, or another user's, changes nothing.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete([IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeletePatCommand(id), cancellationToken);
        return Ok();
    }
}
