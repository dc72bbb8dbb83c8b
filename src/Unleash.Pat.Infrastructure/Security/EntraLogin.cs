using Azure.Core;
using Azure.Identity;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>A sign-in to SQL Server by Microsoft Entra.</summary>
/// <param name="Method">The connection string's <c>Authentication</c>.</param>
/// <param name="Resource">The resource that the token is for, as the server names it.</param>
/// <param name="Authority">The issuer, as the server names it: <c>https://login.microsoftonline.com/tenant</c>.</param>
/// <param name="UserId">The connection string's <c>User ID</c>.</param>
/// <param name="Password">The connection string's <c>Password</c>.</param>
internal sealed record EntraLogin(
    SqlAuthenticationMethod Method, string Resource, string Authority, string? UserId, string? Password)
{
    private string? ClientId => string.IsNullOrEmpty(UserId) ? null : UserId;

    public TokenRequestContext Request() => new([$"{Resource.TrimEnd('/')}/.default"]);

    public TokenCredential Credential() => Method switch
    {
        SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity =>
            new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { ClientId = ClientId }),
        SqlAuthenticationMethod.ActiveDirectoryServicePrincipal =>
            new ClientSecretCredential(new Uri(Authority).Segments[^1].TrimEnd('/'), ClientId, Password),
        SqlAuthenticationMethod.ActiveDirectoryDefault =>
            new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = ClientId }),
        _ => new ManagedIdentityCredential(ClientId is null
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(ClientId)),
    };

    /// <summary>Without the password, which must not get into a log.</summary>
    public override string ToString() => $"{Method} for {Resource}";
}
