using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>What the identity provider says of a person who signs in.</summary>
/// <param name="Email">
/// The e-mail address, where the provider has verified that it is the person's. Threat: a person who writes another one's
/// address into the own profile would open that account.
/// </param>
/// <param name="Username">The name that the person signs in with there.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Role">The role that the person's claim is mapped to, or the default; <see langword="null"/>: none.</param>
public sealed record ProviderPerson(
    ProviderIdentity Identity, string? Email, string? Username, string? Name, RootRole? Role)
{
    /// <summary>The account to create.</summary>
    /// <returns><see langword="null"/> where there is no name for it.</returns>
    internal NewUser? ToNewUser(RootRole role, DateTimeOffset now)
    {
        // Without a verified address the username identifies the account; with both, the address alone does, as in Unleash.
        var username = Email is null ? Username : null;
        return Email is null && username is null
            ? null
            : new NewUser(AccountType.User, username, Email, Name, role, PasswordHash: null, now) { Identity = Identity };
    }
}
