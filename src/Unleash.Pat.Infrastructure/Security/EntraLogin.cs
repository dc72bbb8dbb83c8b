using Azure.Core;
using Azure.Identity;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>By what, and for what, the service signs in.</summary>
/// <param name="Method">The connection string's <c>Authentication</c>.</param>
/// <param name="Resource">What the token is for, as the server names it.</param>
/// <param name="Authority">Who gives it, as the server names it: <c>https://login.microsoftonline.com/tenant</c>.</param>
/// <param name="UserId">The connection string's <c>User ID</c>.</param>
/// <param name="Password">The connection string's <c>Password</c>.</param>
internal sealed record EntraLogin(
    SqlAuthenticationMethod Method, string Resource, string Authority, string? UserId, string? Password)
{
    private string? ClientId => string.IsNullOrEmpty(UserId) ? null : UserId;

    /// <summary>What the token is asked for with.</summary>
    public TokenRequestContext Request() => new([$"{Resource.TrimEnd('/')}/.default"]);

    /// <summary>Makes what asks for it.</summary>
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

    /// <summary>Without the password, which no log may have.</summary>
    public override string ToString() => $"{Method} for {Resource}";
}
