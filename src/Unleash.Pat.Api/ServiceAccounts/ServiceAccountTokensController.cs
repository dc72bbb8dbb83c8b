using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Application.ServiceAccounts;

namespace Unleash.Pat.Api.ServiceAccounts;

/// <summary>The tokens of service accounts, for administrators; by the rules of personal ones (docs/api.md, section 1).</summary>
[ApiController]
[Route("api/admin/service-account/{id}/token")]
[Tags(ApiTags.ServiceAccounts)]
public sealed class ServiceAccountTokensController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get a service account's tokens.</summary>
    /// <remarks>Returns the tokens of a service account, without their secrets.</remarks>
    /// <param name="id">The account.</param>
    /// <returns>The tokens, by id.</returns>
    [HttpGet]
    [Sends<GetServiceAccountTokensQuery>]
    [Refuses("NotFoundError", "Could not find the service account with ID \"12345\".")]
    public async Task<PatsSchema> GetServiceAccountTokens(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        new(mapper.Map<IReadOnlyList<PatSchema>>(
            await mediator.Send(new GetServiceAccountTokensQuery(id), cancellationToken)));

    /// <summary>Create a token for a service account.</summary>
    /// <remarks>Creates a token by the rules of personal ones. Its secret is in this answer and never again.</remarks>
    /// <param name="id">The account.</param>
    /// <param name="body">What the token is asked to be.</param>
    /// <returns>The token, with its secret.</returns>
    [HttpPost]
    [Sends<CreateServiceAccountTokenCommand>]
    [Refuses("NotFoundError", "Could not find the service account with ID \"12345\".")]
    [Refuses("OperationDeniedError", "Too many PATs (10) already exist for this user.")]
    [Refuses("OperationDeniedError", "A token cannot create a token that expires later than itself: not later than 2027-01-01T00:00:00.000Z.")]
    [Refuses("NameExistsError", "PAT description already exists.")]
    [ProducesResponseType<PatSchema>(StatusCodes.Status201Created)]
    public async Task<IActionResult> CreateServiceAccountToken(
        [IntegerParameter(InPath = true)] long id, CreatePatRequest body, CancellationToken cancellationToken)
    {
        var issued = await mediator.Send(
            new CreateServiceAccountTokenCommand(id, body.Description, body.ExpiresAt), cancellationToken);
        return StatusCode(StatusCodes.Status201Created, mapper.Map<PatCreatedSchema>(issued));
    }

    /// <summary>Delete a service account's token.</summary>
    /// <remarks>Deletes a token of a service account. It is dead before the answer leaves.</remarks>
    /// <param name="id">The account.</param>
    /// <param name="tokenId">The token.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{tokenId}")]
    [Sends<DeleteServiceAccountTokenCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses("NotFoundError", "Could not find the service account with ID \"12345\".")]
    public async Task<IActionResult> DeleteServiceAccountToken(
        [IntegerParameter(InPath = true)] long id,
        [IntegerParameter(InPath = true)] long tokenId,
        CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteServiceAccountTokenCommand(id, tokenId), cancellationToken);
        return Ok();
    }
}
