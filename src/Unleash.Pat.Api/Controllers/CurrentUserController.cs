using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Contracts;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Users.GetCurrentUser;

namespace Unleash.Pat.Api.Controllers;

/// <summary>The current account (contract section 3).</summary>
[ApiController]
[Route("api/admin/user")]
[Tags(ApiTags.Users)]
public sealed class CurrentUserController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get your own user details.</summary>
    /// <remarks>Detailed information about the current user, and the permissions of its role.</remarks>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account and its permissions.</returns>
    [HttpGet(Name = "getMe")]
    [Sends<GetCurrentUserQuery>]
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
    /// <remarks>Returns the current user's root role.</remarks>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The account's role.</returns>
    [HttpGet("profile", Name = "getProfile")]
    [Sends<GetCurrentUserQuery>]
    public async Task<ProfileSchema> GetProfile(CancellationToken cancellationToken)
    {
        var user = await mediator.Send(new GetCurrentUserQuery(), cancellationToken);
        return new ProfileSchema { RootRole = mapper.Map<RoleSchema>(user.RootRole) };
    }
}
