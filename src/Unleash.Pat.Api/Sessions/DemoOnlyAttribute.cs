using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Unleash.Pat.Api.Authentication;

namespace Unleash.Pat.Api.Sessions;

/// <summary>
/// Marks a route that exists only with <c>Authentication:Demo=true</c>. The description of the API always contains it, so that
/// one client fits every configuration.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DemoOnlyAttribute : Attribute, IActionConstraint
{
    public int Order => 0;

    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RouteContext.HttpContext.RequestServices.GetRequiredService<DemoSignIn>().IsEnabled;
    }
}
