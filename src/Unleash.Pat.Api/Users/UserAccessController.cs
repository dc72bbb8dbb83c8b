using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Instance;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Api.Users;

/// <summary>Who may do what, as Unleash's admin UI shows it to administrators.</summary>
[ApiController]
[Route("api/admin/user-admin")]
[Tags(ApiTags.UnleashShell)]
public sealed class UserAccessController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get basic user and group information.</summary>
    /// <remarks>Returns the first 1000 users, by id, and no groups.</remarks>
    /// <returns>The users.</returns>
    [HttpGet("access")]
    [Sends<GetUsersQuery>]
    public async Task<UsersGroupsBaseSchema> GetBaseUsersAndGroups(CancellationToken cancellationToken)
    {
        var page = await mediator.Send(new GetUsersQuery(UserPage.MaxLimit, 0), cancellationToken);
        return new UsersGroupsBaseSchema(mapper.Map<IReadOnlyList<UserIdentitySchema>>(page.Users));
    }

    /// <summary>Get total count of admin accounts.</summary>
    /// <remarks>Returns how many administrators have a password, how many have none, and how many are service accounts.</remarks>
    /// <returns>The numbers.</returns>
    [HttpGet("admin-count")]
    [Sends<CountAdministratorsQuery>]
    public async Task<AdminCountSchema> GetAdminCount(CancellationToken cancellationToken)
    {
        var count = await mediator.Send(new CountAdministratorsQuery(), cancellationToken);
        return new AdminCountSchema(count.WithPassword, count.WithoutPassword, count.Service);
    }

    /// <summary>Returns the list of permissions for the user.</summary>
    /// <remarks>Returns every permission of this service, and whether the user has it. There are no projects.</remarks>
    /// <param name="id">The user.</param>
    /// <returns>The permissions.</returns>
    [HttpGet("{id}/permissions")]
    [Sends<GetUserQuery>]
    [Refuses(nameof(Errors.UserNotFound))]
    public async Task<UserAccessOverviewSchema> GetUserPermissions(
        [IntegerParameter(InPath = true)] long id, CancellationToken cancellationToken)
    {
        var user = await mediator.Send(new GetUserQuery(id), cancellationToken);
        return new UserAccessOverviewSchema(
            new AccessOverviewSchema(UserPermissionSchema.AllOf(user.RootRole)),
            mapper.Map<UserAdminSchema>(user),
            mapper.Map<RoleSchema>(user.RootRole));
    }
}
