namespace Unleash.Pat.Api.Authentication;

/// <summary>Marks a route that exists only with <c>Authentication:Demo=true</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DemoOnlyAttribute : OptionalRouteAttribute
{
    /// <inheritdoc/>
    protected override bool Exists(IServiceProvider services) => services.GetRequiredService<DemoSignIn>().IsEnabled;
}
