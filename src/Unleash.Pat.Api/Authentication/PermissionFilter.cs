using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Refuses an administrators' action to everyone else before anything of the request is read.</summary>
/// <remarks>
/// The use cases check every permission themselves, this one too. Threat: a caller who may not use an action could learn
/// from its 400s how it works, or have the service read bodies. Other permissions are checked after the body is read
/// (docs/api.md, section 1.1), except where an action has no use case behind it.
/// </remarks>
internal sealed class PermissionFilter : IAuthorizationFilter
{
    // An action's metadata never changes, and most requests are of a few actions.
    private readonly ConcurrentDictionary<ActionDescriptor, string?> _required = new();

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (_required.GetOrAdd(context.ActionDescriptor, RequiredFirst) is { } permission
            && (context.HttpContext.User.Identity is not CallerIdentity identity || !identity.Caller.Role.Grants(permission)))
        {
            throw new RefusedException(Errors.PermissionMissing(permission));
        }
    }

    private static string? RequiredFirst(ActionDescriptor action)
    {
        var metadata = action.EndpointMetadata;
        if (metadata.OfType<SendsAttribute>().FirstOrDefault() is { } sends)
        {
            return sends.Permission == Permission.Admin ? sends.Permission : null;
        }

        var stated = metadata.OfType<RequiresPermissionAttribute>().FirstOrDefault();
        if (stated is null && !metadata.Any(item => item is NoPermissionRequiredAttribute or IAllowAnonymous))
        {
            // Threat: a new action that forgets to say who may use it is open to everyone.
            throw new InvalidOperationException($"{action.DisplayName} states neither a request, nor a permission, nor an exemption.");
        }

        return stated?.Permission;
    }
}
