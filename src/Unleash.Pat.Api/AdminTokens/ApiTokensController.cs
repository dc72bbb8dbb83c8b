using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.AdminTokens;

namespace Unleash.Pat.Api.AdminTokens;

/// <summary>Admin tokens: the API tokens of type <c>admin</c>, the only type that this service creates.</summary>
[ApiController]
[Route("api/admin/api-tokens")]
[Tags(ApiTags.ApiTokens)]
public sealed class ApiTokensController(IMediator mediator) : ControllerBase
{
    /// <summary>Get all admin tokens, those of the configuration first; none with its secret.</summary>
    /// <remarks>
    /// Returns the admin tokens, those of the configuration first, without their secrets. For those who are not
    /// administrators the list is empty.
    /// </remarks>
    /// <returns>The tokens.</returns>
    [HttpGet]
    [Sends<GetAdminTokensQuery>]
    public async Task<ApiTokensSchema> GetAllApiTokens(CancellationToken cancellationToken)
    {
        var tokens = await mediator.Send(new GetAdminTokensQuery(), cancellationToken);
        return new ApiTokensSchema(
            [.. tokens.Configured.Select(token => token.ToSchema()), .. tokens.Created.Select(token => token.ToSchema())]);
    }

    /// <summary>Create an admin token.</summary>
    /// <remarks>Creates an admin token. Only this response contains the secret.</remarks>
    /// <param name="body">The new token.</param>
    /// <returns>The token, with its secret.</returns>
    [HttpPost]
    [Sends<CreateAdminTokenCommand>]
    [ProducesResponseType<ApiTokenSchema>(StatusCodes.Status201Created)]
    [SendsHeader("location", "The location of the newly created resource.")]
    [Refuses(nameof(Errors.TokenOutlivesIssuer))]
    [Refuses(nameof(Errors.AdminTokenByTokenWithScopes))]
    [Refuses(nameof(Errors.AdminTokenExists))]
    public async Task<ActionResult<ApiTokenCreatedSchema>> CreateApiToken(
        CreateApiTokenRequest body, CancellationToken cancellationToken)
    {
        var created = await mediator.Send(
            new CreateAdminTokenCommand(body.TokenName, body.Type, body.ExpiresAt), cancellationToken);
        return Created($"{Request.PathBase}/api/admin/api-tokens", created.ToCreatedSchema());
    }

    /// <summary>Take over an admin token: the caller's account answers for it from now on.</summary>
    /// <remarks>
    /// An admin token ends with the account that created it, and works only while that account is an administrator. Taken
    /// over, it depends on the caller's account instead.
    /// </remarks>
    /// <param name="id">The token.</param>
    /// <returns>The token as it is now.</returns>
    [HttpPost("{id}/take-over")]
    [Sends<TakeOverAdminTokenCommand>]
    [Refuses(nameof(Errors.AdminTokenOutlivesCaller))]
    [Refuses(nameof(Errors.AdminTokenByTokenWithScopes))]
    [Refuses(nameof(Errors.AdminTokenNotFound))]
    public async Task<ApiTokenSchema> TakeOverApiToken(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken) =>
        (await mediator.Send(new TakeOverAdminTokenCommand(id), cancellationToken)).ToSchema();

    /// <summary>Delete an admin token that was created here.</summary>
    /// <remarks>Deletes an admin token that was created here. One that is unknown changes nothing.</remarks>
    /// <param name="id">The token; one that is unknown changes nothing.</param>
    /// <returns>Nothing.</returns>
    [HttpDelete("{id}")]
    [Sends<DeleteAdminTokenCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<IActionResult> DeleteApiToken(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DeleteAdminTokenCommand(id), cancellationToken);
        return Ok();
    }
}
