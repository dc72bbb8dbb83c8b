using AutoMapper;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Api.Users;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Instance;

/// <summary>The root roles.</summary>
[ApiController]
[Route("api/admin/roles")]
[Tags(ApiTags.Users)]
public sealed class RolesController(IMapper mapper) : ControllerBase
{
    /// <summary>Get all root roles.</summary>
    /// <remarks>Returns the root roles that an account can have.</remarks>
    /// <returns>The roles, by id.</returns>
    [HttpGet]
    [RequiresPermission(Permission.Admin)]
    public RolesSchema GetRoles() => new(mapper.Map<IReadOnlyList<RoleSchema>>(RootRole.All));
}
