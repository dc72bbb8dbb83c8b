using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application.Instance;

namespace Unleash.Pat.Api.Instance;

/// <summary>The root roles.</summary>
[ApiController]
[AdministratorsOnly]
[Route("api/admin/roles")]
[Tags(ApiTags.Users)]
public sealed class RolesController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Get all root roles.</summary>
    /// <remarks>Returns the root roles that an account can have.</remarks>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The roles, by id.</returns>
    [HttpGet]
    [Sends<GetRolesQuery>]
    public async Task<RolesSchema> GetRoles(CancellationToken cancellationToken) =>
        new(mapper.Map<IReadOnlyList<RoleSchema>>(await mediator.Send(new GetRolesQuery(), cancellationToken)));
}
