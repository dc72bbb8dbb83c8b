using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Api.Json;
using Unleash.Pat.Application.ServiceAccounts.CreateServiceAccountToken;
using Unleash.Pat.Application.ServiceAccounts.DeleteServiceAccountToken;
using Unleash.Pat.Application.ServiceAccounts.GetServiceAccountTokens;

namespace Unleash.Pat.Api.Controllers;

/// <summary>The tokens of service accounts, for administrators; by the rules of personal ones (contract section 1).</summary>
[ApiController]
[AdministratorsOnly]
[Route("api/admin/service-account/{id}/token")]
public sealed class ServiceAccountTokensController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get a service account's tokens.</summary>
    /// <param name="id">The account.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The tokens, by id.</returns>
    [HttpGet]
    public async Task<PatsSchema> GetServiceAccountTokens(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        new(mapper.Map<IReadOnlyList<PatSchema>>(
            await mediator.Send(new GetServiceAccountTokensQuery(id), cancellationToken)));

    /// <summary>Create a token for a service account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="body">What the token is asked to be.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The token, with its secret.</returns>
    [HttpPost]
    [ProducesResponseType<PatCreatedSchema>(StatusCodes.Status201Created)]
    public async Task<IActionResult> CreateServiceAccountToken(
        [IntegerParameter(InPath = true)] long id, CreatePatRequest body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        var issued = await mediator.Send(
            new CreateServiceAccountTokenCommand(id, body.Description, body.ExpiresAt), cancellationToken);
        return StatusCode(StatusCodes.Status201Created, mapper.Map<PatCreatedSchema>(issued));
    }

    /// <summary>Delete a service account's token.</summary>
    /// <param name="id">The account.</param>
    /// <param name="tokenId">The token.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{tokenId}")]
    public async Task<IActionResult> DeleteServiceAccountToken(
        [IntegerParameter(InPath = true)] long id,
        [IntegerParameter(InPath = true)] long tokenId,
        CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteServiceAccountTokenCommand(id, tokenId), cancellationToken);
        return Ok();
    }
}
