using Azure.Identity;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>
/// Signs in to SQL Server by Microsoft Entra, as the connection string's <c>Authentication</c> says: a managed identity
/// (<c>User ID</c> names a user-assigned one by its client id), a workload identity, a service principal, or the default
/// chain of Azure.Identity.
/// </summary>
internal sealed class EntraAuthenticationProvider(EntraTokens tokens) : SqlAuthenticationProvider
{
    private static readonly SqlAuthenticationMethod[] Methods =
    [
        SqlAuthenticationMethod.ActiveDirectoryManagedIdentity,
        SqlAuthenticationMethod.ActiveDirectoryMSI,
        SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity,
        SqlAuthenticationMethod.ActiveDirectoryServicePrincipal,
        SqlAuthenticationMethod.ActiveDirectoryDefault,
    ];

    // One for the process, as SqlClient registers its providers.
    private static readonly EntraAuthenticationProvider OfProcess =
        new(new EntraTokens(login => login.Credential(), TimeProvider.System));

    /// <summary>Registers it with SqlClient.</summary>
    public static void Register()
    {
        foreach (var method in Methods)
        {
            SetProvider(method, OfProcess);
        }
    }

    /// <inheritdoc />
    public override bool IsSupported(SqlAuthenticationMethod authenticationMethod) => Methods.Contains(authenticationMethod);

    /// <inheritdoc />
    public override async Task<SqlAuthenticationToken> AcquireTokenAsync(SqlAuthenticationParameters parameters)
    {
        using var limit = new CancellationTokenSource(
            parameters.ConnectionTimeout == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(parameters.ConnectionTimeout));
        var login = new EntraLogin(
            parameters.AuthenticationMethod, parameters.Resource, parameters.Authority, parameters.UserId, parameters.Password);
        try
        {
            var token = await tokens.GetAsync(login, limit.Token);
            return new SqlAuthenticationToken(token.Token, token.ExpiresOn);
        }
        catch (OperationCanceledException exception)
        {
            throw new AuthenticationFailedException("Microsoft Entra did not answer within the connect timeout.", exception);
        }
    }
}
