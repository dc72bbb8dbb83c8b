using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Tokens;

/// <summary>Stores personal access tokens. The constraints of the database enforce the limit and unique descriptions.</summary>
public interface IPatRepository
{
    /// <summary>Stores a token and its event, both or neither. It is safe to repeat with the same token.</summary>
    /// <param name="maxPerUser">The most tokens that its account may hold.</param>
    /// <param name="audit">Who creates it, and when.</param>
    /// <returns>
    /// The stored token; <see cref="WriteStatus.LimitReached"/>, <see cref="WriteStatus.NameTaken"/> where the account has a
    /// token of that description, or <see cref="WriteStatus.OwnerUnfit"/> where there is no such account.
    /// </returns>
    Task<WriteResult<PersonalAccessToken>> CreateAsync(
        NewPat pat, int maxPerUser, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>The tokens of an account by id, expired ones included.</summary>
    Task<IReadOnlyList<PersonalAccessToken>> GetAllAsync(long userId, CancellationToken cancellationToken);

    /// <summary>The tokens of all accounts of a kind by id, expired ones included.</summary>
    Task<IReadOnlyList<PersonalAccessToken>> GetAllOfTypeAsync(AccountType type, CancellationToken cancellationToken);

    /// <summary>A token of an account; <see langword="null"/> where the account has none of that id.</summary>
    Task<PersonalAccessToken?> FindAsync(long userId, long id, CancellationToken cancellationToken);

    /// <summary>Revokes a token and records it, both or neither.</summary>
    /// <returns>
    /// <see langword="false"/> where the account has no token of that id, or another request revoked it first; then nothing
    /// is recorded.
    /// </returns>
    Task<bool> DeleteAsync(long userId, long id, AuditStamp audit, CancellationToken cancellationToken);
}
