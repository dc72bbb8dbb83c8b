using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Whether users sign in with passwords, <c>Authentication:Password</c> (docs/api.md, section 3.3).</summary>
public sealed record PasswordSignIn(bool IsEnabled)
{
    private const string Key = "Authentication:Password";
    private const string ProviderKey = "Authentication:OpenIdConnect:Authority";

    /// <param name="hasProvider">Whether users sign in by a provider.</param>
    /// <exception cref="StartupException">The combination with the other ways to sign in cannot be meant.</exception>
    internal static PasswordSignIn Read(IConfiguration configuration, bool hasProvider, DemoSignIn demo)
    {
        var password = new PasswordSignIn(configuration.GetValue(Key, defaultValue: true));
        if (!password.IsEnabled && !hasProvider)
        {
            throw new StartupException(
                $"{Key} is false, and nobody could sign in: set {ProviderKey}, or {Key} to true.");
        }

        // Threat: demo sign-in opens every account without a password, which those of the provider's users are.
        return demo.IsEnabled && hasProvider
            ? throw new StartupException(
                $"Authentication:Demo cannot be true with {ProviderKey}: anyone would open the accounts of the provider's users.")
            : password;
    }
}
