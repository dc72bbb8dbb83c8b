using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Api.Tokens;

/// <summary>The personal access tokens of the current account (docs/api.md, section 1).</summary>
[ApiController]
[Route("api/admin/user/tokens")]
[Tags(ApiTags.PersonalAccessTokens)]
public sealed class PersonalAccessTokensController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Create a new Personal Access Token.</summary>
    /// <remarks>Creates a new Personal Access Token for the current user.</remarks>
    /// <param name="body">The new token.</param>
    /// <returns>The token, with its secret.</returns>
    /// <response code="201">The resource was successfully created.</response>
    [HttpPost]
    [Sends<CreatePatCommand>]
    [SendsHeader("location", "The location of the newly created resource.")]
    [ProducesResponseType<PatSchema>(StatusCodes.Status201Created)]
    [Refuses(nameof(Errors.DescriptionEmpty))]
    [Refuses(nameof(Errors.ScopeMalformed))]
    [Refuses(nameof(Errors.ScopeNotNamed))]
    [Refuses(nameof(Errors.TooManyPats))]
    [Refuses(nameof(Errors.TokenOutlivesIssuer))]
    [Refuses(nameof(Errors.ScopeNotHeld))]
    [Refuses(nameof(Errors.UnrestrictedNotHeld))]
    [UnleashExample(ErrorKind.NoAccessError, "You need the \"UPDATE_ADDON\" permission to perform this action in the \"development\" environment.")]
    [UnleashExample(ErrorKind.NotFoundError, "Could not find the addon with ID \"12345\".")]
    [Refuses(nameof(Errors.DescriptionExists))]
    [Refuses(nameof(Errors.TooManyCreations))]
    public async Task<ActionResult<PatCreatedSchema>> CreatePat(CreatePatRequest body, CancellationToken cancellationToken)
    {
        var created = await mediator.Send(new CreatePatCommand(body.Description, body.ExpiresAt, body.Scopes), cancellationToken);
        return Created(
            $"{Request.PathBase}/api/admin/user/tokens/{created.Pat.Id}", mapper.Map<PatCreatedSchema>(created));
    }

    /// <summary>Get all Personal Access Tokens of the current user.</summary>
    /// <remarks>Returns all of the Personal Access Tokens belonging to the current user, without their secrets.</remarks>
    /// <returns>The tokens, by id.</returns>
    [HttpGet]
    [Sends<GetPatsQuery>]
    public async Task<PatsSchema> GetPats()
    {
        // An action without parameters, as GET of the account: binding takes time.
        var pats = await mediator.Send(new GetPatsQuery(), HttpContext.RequestAborted);
        return new PatsSchema(mapper.Map<IReadOnlyList<PatSchema>>(pats));
    }

    /// <summary>Get one Personal Access Token of the current user.</summary>
    /// <remarks>Returns a Personal Access Token belonging to the current user, without its secret.</remarks>
    /// <param name="id">The token.</param>
    /// <returns>The token.</returns>
    [HttpGet("{id}")]
    [Sends<GetPatQuery>]
    [Refuses(nameof(Errors.PatNotFound))]
    public async Task<PatSchema> GetPat([IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        mapper.Map<PatSchema>(await mediator.Send(new GetPatQuery(id), cancellationToken));

    /// <summary>Delete a Personal Access Token of the current user.</summary>
    /// <remarks>Deletes a Personal Access Token belonging to the current user. The token is refused before the response is sent.</remarks>
    /// <param name="id">The token; one that is unknown, or another user's, changes nothing.</param>
    /// <returns>Nothing.</returns>
    /// <response code="200">The token is deleted.</response>
    [HttpDelete("{id}")]
    [AllowsItsOwnToken]
    [Sends<DeletePatCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> DeletePat([IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeletePatCommand(id), cancellationToken);
        return Ok();
    }

    /// <summary>Get the Personal Access Token that authenticates the request.</summary>
    /// <remarks>Returns the token that the request itself presents, without its secret.</remarks>
    /// <returns>The token.</returns>
    [HttpGet("current")]
    [AllowsAnyScope]
    [Sends<GetCurrentPatQuery>]
    [Refuses(nameof(Errors.NoCurrentPat))]
    public async Task<PatSchema> GetCurrentPat(CancellationToken cancellationToken) =>
        mapper.Map<PatSchema>(await mediator.Send(new GetCurrentPatQuery(), cancellationToken));

    /// <summary>Change a Personal Access Token of the current user.</summary>
    /// <remarks>
    /// Renames the token, brings its expiry nearer, or switches it off or on. A token that is switched off is refused before
    /// the response is sent.
    /// </remarks>
    /// <param name="id">The token.</param>
    /// <param name="body">The changes. Absent or null properties are kept.</param>
    /// <returns>The token as it is now.</returns>
    [HttpPut("{id}")]
    [Sends<UpdatePatCommand>]
    [Refuses(nameof(Errors.ExpiryNotShortened))]
    [Refuses(nameof(Errors.PatNotFound))]
    [Refuses(nameof(Errors.DescriptionExists))]
    public async Task<PatSchema> UpdatePat(
        [IntegerParameter(InPath = true)] long id, UpdatePatRequest body, CancellationToken cancellationToken) =>
        mapper.Map<PatSchema>(await mediator.Send(new UpdatePatCommand(id, body.ToChange()), cancellationToken));

    /// <summary>Rotate a Personal Access Token of the current user.</summary>
    /// <remarks>
    /// Gives the token a new secret. The former one ends at once, or works as well for as long as the overlap lasts.
    /// </remarks>
    /// <param name="id">The token.</param>
    /// <param name="body">How to rotate it; the request may have no body.</param>
    /// <returns>The token, with its new secret.</returns>
    [HttpPost("{id}/rotate")]
    [AllowsItsOwnToken]
    [Sends<RotatePatCommand>]
    [ProducesResponseType<PatSchema>(StatusCodes.Status201Created)]
    [Refuses(nameof(Errors.OverlapInvalid))]
    [Refuses(nameof(Errors.RotatedTokenOutlivesIssuer))]
    [Refuses(nameof(Errors.ScopeNotHeld))]
    [Refuses(nameof(Errors.PatNotFound))]
    public async Task<IActionResult> RotatePat(
        [IntegerParameter(InPath = true)] long id, RotatePatRequest body, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            mapper.Map<PatCreatedSchema>(await mediator.Send(new RotatePatCommand(id, body.ToRotation()), cancellationToken)));

    /// <summary>Rotate the Personal Access Token that authenticates the request.</summary>
    /// <remarks>Gives the token that the request itself presents a new secret.</remarks>
    /// <param name="body">How to rotate it; the request may have no body.</param>
    /// <returns>The token, with its new secret.</returns>
    [HttpPost("current/rotate")]
    [AllowsAnyScope]
    [Sends<RotateCurrentPatCommand>]
    [ProducesResponseType<PatSchema>(StatusCodes.Status201Created)]
    [Refuses(nameof(Errors.OverlapInvalid))]
    [Refuses(nameof(Errors.RotatedTokenOutlivesIssuer))]
    [Refuses(nameof(Errors.NoCurrentPat))]
    public async Task<IActionResult> RotateCurrentPat(RotatePatRequest body, CancellationToken cancellationToken) =>
        StatusCode(
            StatusCodes.Status201Created,
            mapper.Map<PatCreatedSchema>(await mediator.Send(new RotateCurrentPatCommand(body.ToRotation()), cancellationToken)));

    /// <summary>Delete the expired Personal Access Tokens of the current user.</summary>
    /// <remarks>Deletes all expired tokens of the current user. There is no deleting of all tokens.</remarks>
    /// <param name="state">`expired`, the only state whose tokens can be deleted together.</param>
    /// <returns>How many were deleted.</returns>
    [HttpDelete]
    [Sends<DeleteExpiredPatsCommand>]
    [Refuses(nameof(Errors.DeletionNeedsState))]
    public async Task<DeletedPatsSchema> DeleteExpiredPats([FromQuery] string? state, CancellationToken cancellationToken) =>
        new(await mediator.Send(new DeleteExpiredPatsCommand(state), cancellationToken));
}
