using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Keeps personal access tokens. Limits and uniqueness are proved by the database's constraints.</summary>
public interface IPatRepository
{
    /// <summary>Stores a token and its event, both or neither. Safe to repeat with the same token.</summary>
    /// <param name="pat">The token, without an id.</param>
    /// <param name="verifier">SHA-256 of its secret, 32 bytes.</param>
    /// <param name="maxPerUser">The most tokens that its account may hold.</param>
    /// <param name="created">The event; its data's <c>id</c> is added here.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The token's id, or why it was not stored.</returns>
    Task<PatCreation> CreateAsync(
        PersonalAccessToken pat,
        byte[] verifier,
        int maxPerUser,
        AuditEvent created,
        CancellationToken cancellationToken);

    /// <summary>An account's tokens, expired ones included.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>By id.</returns>
    Task<IReadOnlyList<PersonalAccessToken>> GetAllAsync(long userId, CancellationToken cancellationToken);

    /// <summary>The tokens of all accounts of a kind, expired ones included.</summary>
    /// <param name="accountType">One of <see cref="Domain.Users.AccountType"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>By id.</returns>
    Task<IReadOnlyList<PersonalAccessToken>> GetAllOfKindAsync(string accountType, CancellationToken cancellationToken);

    /// <summary>One of an account's tokens.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="id">The token.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The token; <see langword="null"/> where the account has none of that id.</returns>
    Task<PersonalAccessToken?> FindAsync(long userId, long id, CancellationToken cancellationToken);

    /// <summary>Removes a token and records it, both or neither.</summary>
    /// <param name="pat">The token.</param>
    /// <param name="deleted">The event.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns><see langword="false"/> where somebody else removed it first; then nothing is recorded.</returns>
    Task<bool> DeleteAsync(PersonalAccessToken pat, AuditEvent deleted, CancellationToken cancellationToken);
}
