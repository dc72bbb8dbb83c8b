using Microsoft.AspNetCore.Authorization;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Refuses a request that the scopes of its token do not allow, before its body is read (docs/api.md, section 1.6).</summary>
/// <remarks>
/// Threat: a new endpoint that forgets scopes is open to every token. So every endpoint needs a scope, by its method, unless
/// it needs no credentials or an attribute exempts it.
/// </remarks>
internal static class ScopeGuard
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // The framework's own endpoints, which answer 405 for example, are no routes.
        if (context.GetEndpoint() is RouteEndpoint endpoint
            && context.User.Identity is CallerIdentity { Caller.Token: { Scopes: { } scopes } token }
            && FindNeeded(endpoint.Metadata, context.Request.Method) is { } needed
            && !scopes.Include(needed)
            && !IsOnItself(endpoint, context.Request, token))
        {
            throw new RefusedException(Errors.ScopeMissing(needed));
        }

        return next(context);
    }

    /// <summary>The scope that an endpoint needs; <see langword="null"/> where it needs none.</summary>
    public static string? FindNeeded(IReadOnlyList<object> metadata, string method)
    {
        if (metadata.Any(item => item is IAllowAnonymous or AllowsAnyScopeAttribute))
        {
            return null;
        }

        return HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || metadata.Any(item => item is OnlyReadsAttribute)
            ? TokenScopes.ApiRead
            : TokenScopes.ApiWrite;
    }

    private static bool IsOnItself(RouteEndpoint endpoint, HttpRequest request, AuthenticatingToken token) =>
        endpoint.Metadata.GetMetadata<AllowsItsOwnTokenAttribute>() is not null
        && AllowsItsOwnTokenAttribute.IsItsOwn(request, token);
}
