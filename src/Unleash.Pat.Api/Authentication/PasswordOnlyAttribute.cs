using Microsoft.AspNetCore.Mvc.ActionConstraints;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Marks routes of password sign-in, which do not exist with <c>Authentication:Password=false</c>.</summary>
/// <remarks>The description of the API always contains them, so that one client fits every configuration.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PasswordOnlyAttribute : Attribute, IActionConstraint
{
    public int Order => 0;

    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RouteContext.HttpContext.RequestServices.GetRequiredService<PasswordSignIn>().IsEnabled;
    }
}
