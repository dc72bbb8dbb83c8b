using System.Net;
using Microsoft.AspNetCore.Components;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Authentication;

/// <summary>The signed-in account and the service's configuration.</summary>
internal sealed class SessionState(IUnleashPatClient client)
{
    private const string Admin = "ADMIN";
    private const string Demo = "demo";

    /// <summary>The account, or <see langword="null"/> while signed out.</summary>
    public CurrentAccount? Me { get; private set; }

    /// <summary>Raised when <see cref="Me"/> changes.</summary>
    public event Action? Changed;

    /// <summary>The service's configuration; <see langword="null"/> until it is loaded.</summary>
    public ServiceConfiguration? Configuration { get; private set; }

    /// <summary>The service's rules for tokens; <see langword="null"/> until they are loaded.</summary>
    public PatPolicy? Policy { get; private set; }

    /// <summary>Whether an e-mail address is enough to sign in (<c>Authentication:Demo</c>); the service's 401 says so.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>Whether the service runs in demo mode, for an account that is signed in.</summary>
    public bool IsDemoInstance => Configuration?.AuthenticationType == Demo;

    /// <summary>Whether users sign in with passwords (<c>Authentication:Password</c>).</summary>
    public bool HasPasswords => Configuration?.DisablePasswordAuth is not true;

    /// <summary>The provider by which users sign in; <see langword="null"/> where there is none.</summary>
    public string? Provider => Configuration?.SignInProvider;

    public bool IsAdmin => Me?.Permissions.Any(permission => permission.Permission == Admin) is true;

    /// <summary>Loads the account and the configuration. To be signed out is a result, not an error.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            // In parallel, because each waits for the network.
            var (configuration, me) = (client.Service.GetConfigurationAsync(cancellationToken), client.Account.GetAsync(cancellationToken));
            var policy = client.Policy.GetAsync(cancellationToken);
            await Task.WhenAll(configuration, me, policy);
            Configuration = await configuration;
            Policy = await policy;
            SetMe(await me);
        }
        catch (UnleashPatException exception) when (exception.StatusCode == HttpStatusCode.Unauthorized)
        {
            IsDemo = exception.Error?.Type == Demo;
            Clear();
        }
    }

    /// <summary>Loads the account again, after its name or role may have changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => SetMe(await client.Account.GetAsync(cancellationToken));

    /// <summary>Signs in with a password.</summary>
    /// <returns>The account's id.</returns>
    public async Task<long> SignInAsync(string name, string password, CancellationToken cancellationToken) =>
        (await client.Account.SignInAsync(name, password, cancellationToken)).Id;

    /// <summary>Signs in with an e-mail address alone, if the service runs in demo mode.</summary>
    /// <returns>The account's id.</returns>
    public async Task<long> SignInAsync(string email, CancellationToken cancellationToken) =>
        (await client.Account.SignInToDemoAsync(email, cancellationToken)).Id;

    /// <summary>The account that has signed in, in this tab or another.</summary>
    /// <returns>Its id; <see langword="null"/> where nobody has.</returns>
    public async Task<long?> FindAccountAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await client.Account.GetAsync(cancellationToken)).User.Id;
        }
        catch (UnleashPatException exception) when (exception.StatusCode == HttpStatusCode.Unauthorized)
        {
            return null;
        }
    }

    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        await client.Account.SignOutAsync(cancellationToken);
        Leave();
    }

    /// <summary>Whether the user ended the session, so that the page must not come back after the next sign-in.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>Drops the account after its session has ended.</summary>
    public void Clear() => SetMe(null);

    /// <summary>Drops the account after the user has ended its session.</summary>
    public void Leave()
    {
        HasLeft = true;
        Clear();
    }

    /// <summary>Drops the account after its session has ended, and leads to the sign-in page and back.</summary>
    public void End(NavigationManager navigation)
    {
        // Read the address first: the page may navigate when the session is cleared.
        var signIn = ReturnUrl.SignInUrl(navigation);
        Clear();
        navigation.NavigateTo(signIn, replace: true);
    }

    private void SetMe(CurrentAccount? me)
    {
        Me = me;
        Changed?.Invoke();
    }
}
