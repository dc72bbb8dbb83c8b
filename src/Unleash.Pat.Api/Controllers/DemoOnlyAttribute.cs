using Microsoft.AspNetCore.Mvc.ActionConstraints;

namespace Unleash.Pat.Api.Controllers;

/// <summary>
/// Marks a route that answers only where <c>Authentication:Demo=true</c>, and elsewhere as one that does not exist. The
/// description of the API shows it everywhere, so that one client serves every configuration.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DemoOnlyAttribute : Attribute, IActionConstraint
{
    internal const string Key = "Authentication:Demo";

    /// <inheritdoc />
    public int Order => 0;

    /// <inheritdoc />
    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RouteContext.HttpContext.RequestServices.GetRequiredService<Switch>().IsOn;
    }

    /// <summary>Whether demo sign-in is on, read as the service starts, so that a value that is none is told then.</summary>
    internal sealed class Switch(IConfiguration configuration)
    {
        public bool IsOn { get; } = configuration.GetValue<bool>(Key);
    }
}
