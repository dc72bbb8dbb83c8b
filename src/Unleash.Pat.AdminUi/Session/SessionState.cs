using System.Net;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Session;

/// <summary>Who is signed in, and what the service allows.</summary>
internal sealed class SessionState(IUnleashPatClient client)
{
    private const string Admin = "ADMIN";
    private const string Demo = "demo";

    /// <summary>The account, or <see langword="null"/> where nobody is signed in.</summary>
    public CurrentAccount? Me { get; private set; }

    /// <summary>Says that <see cref="Me"/> is another one.</summary>
    public event Action? Changed;

    /// <summary>The service's rules for new tokens.</summary>
    public TokenPolicy Tokens { get; private set; } = new();

    /// <summary>Whether an e-mail address is enough to sign in (<c>Authentication:Demo</c>); the service says so as it refuses.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>The version of the service.</summary>
    public string? Version { get; private set; }

    /// <summary>Whether the account administers others.</summary>
    public bool IsAdmin => Me?.Permissions.Any(permission => permission.Permission == Admin) is true;

    /// <summary>Asks the service; that nobody is signed in is an answer, not a fault.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            // At once, because each waits for the network.
            var (asked, me) = (client.Service.GetConfigurationAsync(cancellationToken), client.Account.GetAsync(cancellationToken));
            await Task.WhenAll(asked, me);
            var config = await asked;
            Tokens = TokenPolicy.Of(config);
            Version = config.Version;
            Become(await me);
        }
        catch (UnleashPatException refusal) when (refusal.StatusCode == HttpStatusCode.Unauthorized)
        {
            IsDemo = refusal.Error?.Type == Demo;
            Forget();
        }
    }

    /// <summary>Asks for the account again: its name or role may be another one.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => Become(await client.Account.GetAsync(cancellationToken));

    /// <summary>Begins a session.</summary>
    /// <returns>The account's id.</returns>
    public async Task<long> SignInAsync(string name, string password, CancellationToken cancellationToken) =>
        (await client.Account.SignInAsync(name, password, cancellationToken)).Id;

    /// <summary>Begins a session of whoever has this address, where the service runs for demonstration.</summary>
    /// <returns>The account's id.</returns>
    public async Task<long> SignInAsync(string email, CancellationToken cancellationToken) =>
        (await client.Account.SignInToDemoAsync(email, cancellationToken)).Id;

    /// <summary>Ends the session on the server.</summary>
    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        await client.Account.SignOutAsync(cancellationToken);
        Forget();
    }

    /// <summary>Drops what was known of the account: its session is over.</summary>
    public void Forget() => Become(null);

    private void Become(CurrentAccount? me)
    {
        Me = me;
        Changed?.Invoke();
    }
}
