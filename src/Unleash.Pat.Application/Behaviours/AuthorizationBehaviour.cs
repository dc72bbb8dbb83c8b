using System.Reflection;
using MediatR;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Behaviours;

/// <summary>Refuses a request whose sender lacks what the request's attributes state (docs/api.md, section 5).</summary>
/// <remarks>
/// Threat: a new request that does not say who may send it would be open to all. So a request that states neither a
/// permission nor an exemption is refused to every caller.
/// </remarks>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(ICurrentUser current)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly string? Permission =
        typeof(TRequest).GetCustomAttribute<RequiresPermissionAttribute>()?.Permission;

    private static readonly bool NeedsAccount = typeof(TRequest).IsDefined(typeof(RequiresAccountAttribute));

    private static readonly bool Exempt = typeof(TRequest).IsDefined(typeof(NoPermissionRequiredAttribute));

    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next)
    {
        if (!Exempt)
        {
            Authorize();
        }

        return next();
    }

    private void Authorize()
    {
        if (Permission is null && !NeedsAccount)
        {
            throw new InvalidOperationException($"{typeof(TRequest).Name} states neither a permission nor an exemption.");
        }

        var caller = current.Required;
        if (Permission is not null && (!caller.Role.Grants(Permission) || (NeedsAccount && caller.UserId is null)))
        {
            throw new RefusedException(Errors.PermissionMissing(Permission));
        }

        if (NeedsAccount)
        {
            _ = current.RequiredUserId;
        }
    }
}
