namespace Unleash.Pat.Client;

/// <summary>What Unleash.Pat does, by feature. Every part is an interface, so that tests can replace it.</summary>
/// <remarks>
/// All methods are safe to call from several threads at once. A refusal is an <see cref="UnleashPatException"/>, no
/// connection an <see cref="HttpRequestException"/>.
/// </remarks>
public interface IUnleashPatClient
{
    /// <summary>The account that calls: sign in and out, read and change it.</summary>
    IAccountClient Account { get; }

    /// <summary>The personal access tokens of the account that calls.</summary>
    ITokensClient Tokens { get; }

    /// <summary>The sessions of the account that calls.</summary>
    ISessionsClient Sessions { get; }

    /// <summary>Users, for administrators.</summary>
    IUsersClient Users { get; }

    /// <summary>Programs' accounts and their tokens, for administrators.</summary>
    IServiceAccountsClient ServiceAccounts { get; }

    /// <summary>The root roles.</summary>
    IRolesClient Roles { get; }

    /// <summary>Admin tokens, for administrators.</summary>
    IAdminTokensClient AdminTokens { get; }

    /// <summary>The personal access tokens of all accounts, for administrators.</summary>
    IInventoryClient Inventory { get; }

    /// <summary>The rules for tokens.</summary>
    IPolicyClient Policy { get; }

    /// <summary>The event log, for administrators.</summary>
    IEventsClient Events { get; }

    /// <summary>What OAuth libraries use: verify a token for another service, and revoke one by presenting it.</summary>
    IOAuthClient OAuth { get; }

    /// <summary>The service itself: its configuration and its health.</summary>
    IServiceClient Service { get; }
}
