using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>The account of a person at the identity provider: finds it, creates it, and gives it the person's role.</summary>
internal sealed class ProviderAccounts(
    IUserRepository users, IUserIdentityRepository identities, ITokenEviction cache, TimeProvider time)
{
    /// <summary>By the identity, else by the verified e-mail address.</summary>
    public async Task<FoundAccount> FindAsync(ProviderPerson person, CancellationToken cancellationToken)
    {
        if (await identities.FindAsync(person.Identity, cancellationToken) is { } known)
        {
            return new FoundAccount(known, IsLinked: true);
        }

        // Threat: usernames share their space with addresses. An account whose username is another person's address would be
        // opened to that person, who would leave tokens in it. So the address itself must be the same, and without the
        // folding that makes similar mailboxes equal.
        var found = person.Email is null ? null : await users.FindForSignInAsync(person.Email, cancellationToken);
        return new FoundAccount(found?.User.Email == person.Email ? found : null, IsLinked: false);
    }

    /// <summary>The account with the person's identity and role.</summary>
    /// <returns>The account; or, without one, why not: one of <see cref="ProviderSignInFailure"/>.</returns>
    public async Task<(UserCredentials? Account, string? Failure)> ReadyAsync(
        ProviderPerson person, FoundAccount found, CancellationToken cancellationToken)
    {
        var (account, failure) = (found.Account, found.IsLinked) switch
        {
            (null, _) => await CreateAsync(person, cancellationToken),
            (_, true) => (found.Account, null),
            _ => await LinkAsync(person, found.Account!, cancellationToken),
        };
        return account is null ? (null, failure) : await GiveRoleAsync(account, person.Role!, cancellationToken);
    }

    private async Task<(UserCredentials? Account, string? Failure)> CreateAsync(
        ProviderPerson person, CancellationToken cancellationToken)
    {
        var now = UtcMilliseconds.UtcNow(time);
        if (person.ToNewUser(person.Role!, now) is not { } user)
        {
            return (null, ProviderSignInFailure.NoName);
        }

        var result = await users.CreateAsync(user, AuditStamp.BySystem(EventType.UserCreated, now), cancellationToken);
        return result.Value is { } created
            ? (new UserCredentials(created, PasswordHash: null), null)
            : await FindAgainAsync(person, cancellationToken);
    }

    private async Task<(UserCredentials? Account, string? Failure)> LinkAsync(
        ProviderPerson person, UserCredentials account, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.BySystem(EventType.UserIdentityLinked, UtcMilliseconds.UtcNow(time));
        return await identities.LinkAsync(account.User, person.Identity, audit, cancellationToken) == WriteStatus.Done
            ? (account, null)
            : await FindAgainAsync(person, cancellationToken);
    }

    // The same person may have signed in twice at once. Otherwise the name or address is another account's. Threat: a provider
    // gives a former employee's address to another person, whose subject is another one. The account stays closed.
    private async Task<(UserCredentials? Account, string? Failure)> FindAgainAsync(
        ProviderPerson person, CancellationToken cancellationToken) =>
        await identities.FindAsync(person.Identity, cancellationToken) is { User.IsEnabled: true } known
            ? (known, null)
            : (null, ProviderSignInFailure.NameTaken);

    private async Task<(UserCredentials? Account, string? Failure)> GiveRoleAsync(
        UserCredentials account, RootRole role, CancellationToken cancellationToken)
    {
        if (account.User.RootRole == role)
        {
            return (account, null);
        }

        var update = new AccountUpdate(account.User.Id, AccountType.User, Name: null, Email: null, role);
        var audit = AuditStamp.BySystem(EventType.UserUpdated, UtcMilliseconds.UtcNow(time));
        try
        {
            var result = await users.UpdateAsync(update, audit, cancellationToken);
            return result.Status switch
            {
                WriteStatus.Done => (account with { User = result.Value! }, null),
                WriteStatus.LastAdministrator => (null, ProviderSignInFailure.LastAdministrator),
                _ => (null, ProviderSignInFailure.Disabled),
            };
        }
        finally
        {
            // Threat: after a demotion that was committed but not acknowledged, the user's tokens would keep the former role
            // on this node.
            cache.EvictAccount(account.User.Id);
        }
    }
}

/// <summary>The account of a person, or none.</summary>
/// <param name="IsLinked">Whether it was found by the identity.</param>
internal sealed record FoundAccount(UserCredentials? Account, bool IsLinked);
