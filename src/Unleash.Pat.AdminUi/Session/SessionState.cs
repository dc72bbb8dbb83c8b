using System.Net;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.Session;

/// <summary>Who is signed in, and what the service allows.</summary>
internal sealed class SessionState(IUnleashPatClient client)
{
    private const string LimitName = "personalAccessTokens";

    /// <summary>The account, or <see langword="null"/> where nobody is signed in.</summary>
    public MeSchema? Me { get; private set; }

    /// <summary>Says that <see cref="Me"/> is another one.</summary>
    public event Action? Changed;

    /// <summary>How many tokens an account can hold.</summary>
    public int? MaxTokens { get; private set; }

    /// <summary>Asks the service; that nobody is signed in is an answer, not a fault.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var config = await client.GetUiConfigAsync(cancellationToken);
            MaxTokens = config.ResourceLimits.TryGetValue(LimitName, out var limit) ? limit : null;
            Become(await client.GetMeAsync(cancellationToken));
        }
        catch (UnleashPatException refusal) when (refusal.StatusCode == HttpStatusCode.Unauthorized)
        {
            Forget();
        }
    }

    /// <summary>Begins a session.</summary>
    public async Task SignInAsync(string name, string password, CancellationToken cancellationToken) =>
        await client.LoginAsync(new LoginSchema { Username = name, Password = password }, cancellationToken);

    /// <summary>Ends the session on the server.</summary>
    public async Task SignOutAsync(CancellationToken cancellationToken)
    {
        await client.LogoutAsync(cancellationToken);
        Forget();
    }

    /// <summary>Drops what was known of the account: its session is over.</summary>
    public void Forget() => Become(null);

    private void Become(MeSchema? me)
    {
        Me = me;
        Changed?.Invoke();
    }
}
