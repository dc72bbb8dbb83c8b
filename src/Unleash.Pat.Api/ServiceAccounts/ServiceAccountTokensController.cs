using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Tokens;
using Unleash.Pat.Application;
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
    [Refuses(nameof(Errors.ServiceAccountNotFound))]
    public async Task<PatsSchema> GetServiceAccountTokens(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        new(mapper.Map<IReadOnlyList<PatSchema>>(
            await mediator.Send(new GetServiceAccountTokensQuery(id), cancellationToken)));

    /// <summary>Create a token for a service account.</summary>
    /// <remarks>Creates a token by the rules of personal ones. Only this response contains the secret.</remarks>
    /// <param name="id">The account.</param>
    /// <param name="body">The new token.</param>
    /// <returns>The token, with its secret.</returns>
    [HttpPost]
    [Sends<CreateServiceAccountTokenCommand>]
    [Refuses(nameof(Errors.DescriptionEmpty))]
    [Refuses(nameof(Errors.ScopeMalformed))]
    [Refuses(nameof(Errors.ScopeNotNamed))]
    [Refuses(nameof(Errors.TooManyCreations))]
    [Refuses(nameof(Errors.ServiceAccountNotFound))]
    [Refuses(nameof(Errors.TooManyPats))]
    [Refuses(nameof(Errors.TokenOutlivesIssuer))]
    [Refuses(nameof(Errors.ScopeNotHeld))]
    [Refuses(nameof(Errors.UnrestrictedNotHeld))]
    [Refuses(nameof(Errors.DescriptionExists))]
    [ProducesResponseType<PatSchema>(StatusCodes.Status201Created)]
    public async Task<IActionResult> CreateServiceAccountToken(
        [IntegerParameter(InPath = true)] long id, CreatePatRequest body, CancellationToken cancellationToken)
    {
        var created = await mediator.Send(
            new CreateServiceAccountTokenCommand(id, body.Description, body.ExpiresAt, body.Scopes), cancellationToken);
        return StatusCode(StatusCodes.Status201Created, mapper.Map<PatCreatedSchema>(created));
    }

    /// <summary>Delete a service account's token.</summary>
    /// <remarks>Deletes a token of a service account. The token is refused before the response is sent.</remarks>
    /// <param name="id">The account.</param>
    /// <param name="tokenId">The token.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{tokenId}")]
    [Sends<DeleteServiceAccountTokenCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.ServiceAccountNotFound))]
    [Refuses(nameof(Errors.ServiceAccountTokenNotFound))]
    public async Task<IActionResult> DeleteServiceAccountToken(
        [IntegerParameter(InPath = true)] long id,
        [IntegerParameter(InPath = true)] long tokenId,
        CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteServiceAccountTokenCommand(id, tokenId), cancellationToken);
        return Ok();
    }

    /// <summary>Rotate a service account's token.</summary>
    /// <remarks>
    /// Gives the token a new secret. The former one ends at once, or works as well for as long as the overlap lasts.
    /// </remarks>
    /// <param name="id">The account.</param>
    /// <param name="tokenId">The token.</param>
    /// <param name="body">How to rotate it; the request may have no body.</param>
    /// <returns>The token, with its new secret.</returns>
    [HttpPost("{tokenId}/rotate")]
    [Sends<RotateServiceAccountTokenCommand>]
    [ProducesResponseType<PatSchema>(StatusCodes.Status201Created)]
    [Refuses(nameof(Errors.OverlapInvalid))]
    [Refuses(nameof(Errors.RotatedTokenOutlivesIssuer))]
    [Refuses(nameof(Errors.ScopeNotHeld))]
    [Refuses(nameof(Errors.ServiceAccountNotFound))]
    [Refuses(nameof(Errors.ServiceAccountTokenNotFound))]
    public async Task<IActionResult> RotateServiceAccountToken(
        [IntegerParameter(InPath = true)] long id,
        [IntegerParameter(InPath = true)] long tokenId,
        RotatePatRequest body,
        CancellationToken cancellationToken) =>
        StatusCode(StatusCodes.Status201Created, mapper.Map<PatCreatedSchema>(
            await mediator.Send(new RotateServiceAccountTokenCommand(id, tokenId, body.ToRotation()), cancellationToken)));
}
