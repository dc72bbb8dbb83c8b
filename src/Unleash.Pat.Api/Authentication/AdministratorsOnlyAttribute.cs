using Microsoft.AspNetCore.Mvc.Filters;
using Unleash.Pat.Application;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Refuses whoever is no administrator before anything of the request is read.</summary>
/// <remarks>
/// The use cases state the permission themselves, and theirs is what counts. Threat that this answers: whoever may not
/// use a route should neither learn from its 400s how it works nor have the service read bodies.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AdministratorsOnlyAttribute : Attribute, IAuthorizationFilter
{
    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.HttpContext.User.Identity is not CallerIdentity identity
            || !identity.Caller.Role.Grants(Permission.Admin))
        {
            throw new RefusedException(Errors.PermissionMissing(Permission.Admin));
        }
    }
}
