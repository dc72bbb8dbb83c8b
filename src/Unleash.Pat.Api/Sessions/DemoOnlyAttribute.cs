using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Unleash.Pat.Api.Authentication;

namespace Unleash.Pat.Api.Sessions;

/// <summary>
/// Marks a route that answers only where <c>Authentication:Demo=true</c>, and elsewhere as one that does not exist. The
/// description of the API shows it everywhere, so that one client serves every configuration.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DemoOnlyAttribute : Attribute, IActionConstraint
{
    /// <inheritdoc />
    public int Order => 0;

    /// <inheritdoc />
    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RouteContext.HttpContext.RequestServices.GetRequiredService<DemoSignIn>().IsEnabled;
    }
}
