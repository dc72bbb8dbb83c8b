using Azure.Core;
using Azure.Identity;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>
/// Signs in to SQL Server by Microsoft Entra, as the connection string's <c>Authentication</c> says: a managed identity
/// (<c>User ID</c> names a user-assigned one by its client id), a workload identity, a service principal, or the default
/// chain of Azure.Identity.
/// </summary>
internal sealed class EntraAuthenticationProvider : SqlAuthenticationProvider
{
    private static readonly SqlAuthenticationMethod[] Methods =
    [
        SqlAuthenticationMethod.ActiveDirectoryManagedIdentity,
        SqlAuthenticationMethod.ActiveDirectoryMSI,
        SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity,
        SqlAuthenticationMethod.ActiveDirectoryServicePrincipal,
        SqlAuthenticationMethod.ActiveDirectoryDefault,
    ];

    /// <summary>Makes SqlClient use it.</summary>
    public static void Register()
    {
        var provider = new EntraAuthenticationProvider();
        foreach (var method in Methods)
        {
            SetProvider(method, provider);
        }
    }

    /// <inheritdoc />
    public override bool IsSupported(SqlAuthenticationMethod authenticationMethod) => Methods.Contains(authenticationMethod);

    /// <inheritdoc />
    public override async Task<SqlAuthenticationToken> AcquireTokenAsync(SqlAuthenticationParameters parameters)
    {
        using var limit = new CancellationTokenSource(
            parameters.ConnectionTimeout == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(parameters.ConnectionTimeout));
        var scope = $"{parameters.Resource.TrimEnd('/')}/.default";
        try
        {
            var token = await Credential(parameters).GetTokenAsync(new TokenRequestContext([scope]), limit.Token);
            return new SqlAuthenticationToken(token.Token, token.ExpiresOn);
        }
        catch (OperationCanceledException exception)
        {
            throw new AuthenticationFailedException("Microsoft Entra did not answer within the connect timeout.", exception);
        }
    }

    private static TokenCredential Credential(SqlAuthenticationParameters parameters)
    {
        var clientId = string.IsNullOrEmpty(parameters.UserId) ? null : parameters.UserId;
        return parameters.AuthenticationMethod switch
        {
            SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity =>
                new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { ClientId = clientId }),
            SqlAuthenticationMethod.ActiveDirectoryServicePrincipal =>
                new ClientSecretCredential(Tenant(parameters.Authority), clientId, parameters.Password),
            SqlAuthenticationMethod.ActiveDirectoryDefault =>
                new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }),
            _ => new ManagedIdentityCredential(clientId is null
                ? ManagedIdentityId.SystemAssigned
                : ManagedIdentityId.FromUserAssignedClientId(clientId)),
        };
    }

    // The server names its authority as https://login.microsoftonline.com/<tenant>.
    private static string Tenant(string authority) => new Uri(authority).Segments[^1].TrimEnd('/');
}
