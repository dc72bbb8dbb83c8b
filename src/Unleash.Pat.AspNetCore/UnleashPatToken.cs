using System.Security.Claims;

namespace Unleash.Pat.AspNetCore;

/// <summary>A valid token, as the service described it. It cannot be changed: all requests of the token share it.</summary>
public sealed class UnleashPatToken
{
    private static readonly IReadOnlyList<string> NoScopes = Array.AsReadOnly(Array.Empty<string>());

    internal UnleashPatToken(string tokenId, string subject)
    {
        TokenId = tokenId;
        Subject = subject;
    }

    /// <summary>The token's id (<c>jti</c>).</summary>
    public string TokenId { get; }

    /// <summary>The id of the account that it belongs to (<c>sub</c>).</summary>
    public string Subject { get; }

    /// <summary>The account's username.</summary>
    public string? Username { get; internal init; }

    /// <summary>The account's display name.</summary>
    public string? Name { get; internal init; }

    /// <summary>The account's e-mail address.</summary>
    public string? Email { get; internal init; }

    /// <summary>The account's root role: <c>Admin</c>, <c>Editor</c> or <c>Viewer</c>.</summary>
    public string? Role { get; internal init; }

    /// <summary><c>User</c> or <c>Service Account</c>.</summary>
    public string? AccountType { get; internal init; }

    /// <summary>The public address of the service that issued it.</summary>
    public string? Issuer { get; internal init; }

    /// <summary>When it was issued.</summary>
    public DateTimeOffset? IssuedAt { get; internal init; }

    /// <summary>When it expires.</summary>
    public DateTimeOffset? ExpiresAt { get; internal init; }

    /// <summary>Its scopes, as the service listed them.</summary>
    public IReadOnlyList<string> Scopes { get; internal init; } = NoScopes;

    /// <summary>Whether it has no scopes of its own, and so may do all that its account may.</summary>
    public bool IsUnrestricted { get; internal init; }

    /// <summary>Whether the token may do what the scope stands for.</summary>
    /// <param name="scope">The scope, in the case that it was defined in.</param>
    /// <returns><see langword="true"/> for an unrestricted token, and for one that has the scope.</returns>
    public bool HasScope(string scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return IsUnrestricted || Scopes.Contains(scope);
    }

    /// <summary>Makes a new principal with the claims of <see cref="UnleashPatClaimTypes"/>.</summary>
    /// <param name="authenticationType">The name of the scheme.</param>
    /// <param name="nameClaimType">The claim that <c>User.Identity.Name</c> returns.</param>
    /// <returns>A principal that the caller may change.</returns>
    /// <remarks>
    /// Threat: principals, identities and claims can be changed, and an <c>IClaimsTransformation</c> does so. A shared one
    /// would hand the rights that one request was given to the next. So nothing that can be changed is remembered.
    /// </remarks>
    public ClaimsPrincipal CreatePrincipal(
        string authenticationType = UnleashPatDefaults.AuthenticationScheme, string nameClaimType = UnleashPatClaimTypes.Name)
    {
        var identity = new ClaimsIdentity(authenticationType, nameClaimType, UnleashPatClaimTypes.Role);
        Add(identity, UnleashPatClaimTypes.Subject, Subject);
        Add(identity, UnleashPatClaimTypes.Name, Name ?? Username ?? Email);
        Add(identity, UnleashPatClaimTypes.PreferredUsername, Username);
        Add(identity, UnleashPatClaimTypes.Email, Email);
        Add(identity, UnleashPatClaimTypes.Role, Role);
        Add(identity, UnleashPatClaimTypes.AccountType, AccountType);
        Add(identity, UnleashPatClaimTypes.TokenId, TokenId);
        Add(identity, UnleashPatClaimTypes.Unrestricted, IsUnrestricted ? "true" : null, ClaimValueTypes.Boolean);
        for (var index = 0; index < Scopes.Count; index++)
        {
            Add(identity, UnleashPatClaimTypes.Scope, Scopes[index]);
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The token's id. The token itself is not kept.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"token {TokenId} of account {Subject}";

    private void Add(ClaimsIdentity identity, string type, string? value, string valueType = ClaimValueTypes.String)
    {
        if (value is not null)
        {
            // With its subject given the identity takes the claim as it is; else it would make a copy.
            identity.AddClaim(new Claim(type, value, valueType, Issuer, Issuer, identity));
        }
    }
}
