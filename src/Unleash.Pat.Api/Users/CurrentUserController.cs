using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>The current account (docs/api.md, section 3).</summary>
[ApiController]
[Route("api/admin/user")]
[Tags(ApiTags.Users)]
public sealed class CurrentUserController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get your own user details.</summary>
    /// <remarks>Detailed information about the current user, and the permissions of its role.</remarks>
    /// <returns>The account and its permissions.</returns>
    [HttpGet]
    [AllowsAnyScope]
    [Sends<GetCurrentUserQuery>]
    public async Task<MeSchema> GetMe()
    {
        // An action without parameters: binding the token alone would take a twentieth of the time of the request.
        var user = await mediator.Send(new GetCurrentUserQuery(), HttpContext.RequestAborted);
        return new MeSchema
        {
            User = mapper.Map<UserSchema>(user),
            Permissions = mapper.Map<IReadOnlyList<PermissionSchema>>(user.RootRole.Permissions),
        };
    }

    /// <summary>Get your own user profile.</summary>
    /// <remarks>Returns the current user's root role.</remarks>
    /// <returns>The account's role.</returns>
    [HttpGet("profile")]
    [Sends<GetCurrentUserQuery>]
    public async Task<ProfileSchema> GetProfile(CancellationToken cancellationToken)
    {
        var user = await mediator.Send(new GetCurrentUserQuery(), cancellationToken);
        return new ProfileSchema
        {
            RootRole = mapper.Map<RoleSchema>(user.RootRole),
            CanChangePassword = user.HasPassword,
        };
    }

    /// <summary>Change your own password; your other sessions end.</summary>
    /// <remarks>The current session stays; the account's other sessions end.</remarks>
    /// <param name="body">The old password, and twice the new one.</param>
    /// <returns>Nothing.</returns>
    [HttpPost("change-password")]
    [Sends<ChangeOwnPasswordCommand>]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [Refuses(nameof(Errors.PasswordTooShort))]
    [Refuses(nameof(Errors.WrongOldPassword))]
    [Refuses(nameof(Errors.NoPassword))]
    [Refuses(nameof(Errors.TooManyFailedSignIns))]
    [Refuses(nameof(Errors.TooManyPasswords))]
    public async Task<IActionResult> ChangeMyPassword(ChangeOwnPasswordRequest body, CancellationToken cancellationToken)
    {
        await mediator.Send(
            new ChangeOwnPasswordCommand(body.OldPassword, body.Password, body.ConfirmPassword), cancellationToken);
        return Ok();
    }
}
