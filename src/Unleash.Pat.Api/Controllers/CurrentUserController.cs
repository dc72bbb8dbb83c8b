using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Application.Users.ChangeOwnPassword;
using Unleash.Pat.Application.Users.GetCurrentUser;

namespace Unleash.Pat.Api.Controllers;

/// <summary>The current account (contract section 3).</summary>
[ApiController]
[Route("api/admin/user")]
public sealed class CurrentUserController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get your own user details.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account and its permissions.</returns>
    [HttpGet]
    public async Task<MeSchema> GetMe(CancellationToken cancellationToken)
    {
        var user = await mediator.Send(new GetCurrentUserQuery(), cancellationToken);
        return new MeSchema
        {
            User = mapper.Map<UserSchema>(user),
            Permissions = mapper.Map<IReadOnlyList<PermissionSchema>>(user.RootRole.Permissions),
        };
    }

    /// <summary>Get your own user profile.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account's role.</returns>
    [HttpGet("profile")]
    public async Task<ProfileSchema> GetProfile(CancellationToken cancellationToken)
    {
        var user = await mediator.Send(new GetCurrentUserQuery(), cancellationToken);
        return new ProfileSchema { RootRole = mapper.Map<RoleSchema>(user.RootRole) };
    }

    /// <summary>Change your own password; your other sessions end.</summary>
    /// <param name="body">The old password, and twice the new one.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Nothing.</returns>
    [HttpPost("change-password")]
    public async Task<IActionResult> ChangeMyPassword(ChangeOwnPasswordRequest body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        await mediator.Send(
            new ChangeOwnPasswordCommand(body.OldPassword, body.Password, body.ConfirmPassword), cancellationToken);
        return Ok();
    }
}
