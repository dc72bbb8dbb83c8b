namespace Unleash.Pat.Client;

/// <summary>Speaks with Unleash.Pat through an <see cref="HttpClient"/> whose base address is the service's.</summary>
public sealed class UnleashPatClient : IUnleashPatClient
{
    /// <summary>Makes a client. The <see cref="HttpClient"/> stays the caller's, to share and to dispose.</summary>
    /// <param name="httpClient">
    /// Its <see cref="HttpClient.BaseAddress"/> is the service's address, base path included, with or without a slash at the end.
    /// </param>
    /// <param name="timeProvider">The clock for <see cref="UnleashPatException.RetryAfter"/>. Default: the system's.</param>
    /// <exception cref="ArgumentException">The base address is missing, or is none that the service can have.</exception>
    public UnleashPatClient(HttpClient httpClient, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        if (ServiceAddress.Fault(httpClient.BaseAddress) is { } fault)
        {
            throw new ArgumentException($"{nameof(HttpClient)}.{nameof(HttpClient.BaseAddress)} {fault}", nameof(httpClient));
        }

        var wire = new WireClient(httpClient) { TimeProvider = timeProvider ?? TimeProvider.System };
        Account = new AccountClient(wire);
        Tokens = new TokensClient(wire);
        Sessions = new SessionsClient(wire);
        Users = new UsersClient(wire);
        ServiceAccounts = new ServiceAccountsClient(wire);
        Roles = new RolesClient(wire);
        AdminTokens = new AdminTokensClient(wire);
        Inventory = new InventoryClient(wire);
        Policy = new PolicyClient(wire);
        Events = new EventsClient(wire);
        OAuth = new OAuthClient(wire);
        Service = new ServiceClient(wire);
    }

    /// <inheritdoc />
    public IAccountClient Account { get; }

    /// <inheritdoc />
    public ITokensClient Tokens { get; }

    /// <inheritdoc />
    public ISessionsClient Sessions { get; }

    /// <inheritdoc />
    public IUsersClient Users { get; }

    /// <inheritdoc />
    public IServiceAccountsClient ServiceAccounts { get; }

    /// <inheritdoc />
    public IRolesClient Roles { get; }

    /// <inheritdoc />
    public IAdminTokensClient AdminTokens { get; }

    /// <inheritdoc />
    public IInventoryClient Inventory { get; }

    /// <inheritdoc />
    public IPolicyClient Policy { get; }

    /// <inheritdoc />
    public IEventsClient Events { get; }

    /// <inheritdoc />
    public IOAuthClient OAuth { get; }

    /// <inheritdoc />
    public IServiceClient Service { get; }
}
