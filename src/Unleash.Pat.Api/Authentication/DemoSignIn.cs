namespace Unleash.Pat.Api.Authentication;

/// <summary>Whether demo sign-in is switched on, <c>Authentication:Demo</c> (docs/api.md, section 6).</summary>
public sealed record DemoSignIn(bool IsEnabled)
{
    private const string Key = "Authentication:Demo";

    internal static DemoSignIn Read(IConfiguration configuration) => new(configuration.GetValue<bool>(Key));
}
