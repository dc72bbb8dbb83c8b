namespace Unleash.Pat.Api.Authentication;

/// <summary>Marks routes of password sign-in, which do not exist with <c>Authentication:Password=false</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PasswordOnlyAttribute : OptionalRouteAttribute
{
    /// <inheritdoc/>
    protected override bool Exists(IServiceProvider services) => services.GetRequiredService<PasswordSignIn>().IsEnabled;
}
