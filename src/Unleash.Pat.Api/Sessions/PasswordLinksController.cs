using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Sessions;

/// <summary>Setting a password by a link, without credentials (docs/api.md, section 11.1).</summary>
[ApiController]
[AllowAnonymous]
[Route("auth/reset")]
[Tags(ApiTags.Auth)]
[PasswordOnly]
public sealed class PasswordLinksController(
    IMediator mediator, IMapper mapper, SessionCookie cookie, SentSessions sent) : ControllerBase
{
    /// <summary>Validates a token.</summary>
    /// <remarks>Returns whose password the link with the token sets. Nothing is used up.</remarks>
    /// <param name="token">The token.</param>
    /// <returns>The user.</returns>
    [HttpGet("validate")]
    [NeverCompressed]
    [Sends<GetPasswordLinkQuery>]
    [Refuses(nameof(Errors.PasswordLinkInvalid))]
    [Refuses(nameof(Errors.PathNotFound))]
    [EnableRateLimiting(AddressRateLimit.PasswordLink)]
    public async Task<TokenUserSchema> ValidateToken([FromQuery] string? token, CancellationToken cancellationToken)
    {
        var sent = new PasswordLinkToken(token ?? "");
        var link = await mediator.Send(new GetPasswordLinkQuery(sent), cancellationToken);
        return new TokenUserSchema
        {
            Id = link.User.Id,
            Username = link.User.Username,
            Name = link.User.Name,
            Email = link.User.Email,
            Token = sent.Reveal(),
            CreatedBy = link.CreatedBy,
            Role = mapper.Map<RoleSchema>(link.User.RootRole),
        };
    }

    /// <summary>Changes a user password.</summary>
    /// <remarks>
    /// Sets the password of the user to whom the link belongs. The link works once; the user's sessions end, and so does the
    /// session of the browser that sends the request, which may be another user's.
    /// </remarks>
    /// <param name="body">The token of the link, and the password.</param>
    /// <returns>Nothing.</returns>
    [HttpPost("password")]
    [Sends<SetPasswordByLinkCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [SendsHeader("set-cookie", "Deletes the session's cookie.")]
    [Refuses(nameof(Errors.PasswordTooShort))]
    [Refuses(nameof(Errors.PasswordLinkInvalid))]
    [Refuses(nameof(Errors.TooManyPasswords))]
    [Refuses(nameof(Errors.PathNotFound))]
    [EnableRateLimiting(AddressRateLimit.PasswordLink)]
    public async Task<IActionResult> ChangePassword(
        SetPasswordByLinkRequest body, CancellationToken cancellationToken)
    {
        var held = await sent.OpenAsync(Request, cancellationToken).Select(session => session.Live).ToListAsync(cancellationToken);
        await mediator.Send(new SetPasswordByLinkCommand(body.Token, body.Password, held), cancellationToken);
        cookie.Clear(HttpContext);
        return Ok();
    }

    /// <summary>Validates password.</summary>
    /// <remarks>Returns 400 with every rule that the password breaks.</remarks>
    /// <param name="body">The password.</param>
    /// <returns>Nothing.</returns>
    [HttpPost("validate-password")]
    [Sends<ValidatePasswordQuery>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.PathNotFound))]
    [Refuses(nameof(Errors.PasswordTooShort))]
    public async Task<IActionResult> ValidatePassword(PasswordRequest body, CancellationToken cancellationToken)
    {
        await mediator.Send(new ValidatePasswordQuery(body.Password), cancellationToken);
        return Ok();
    }
}
