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

    /// <summary>Revokes the tokens of an account that have expired at the stamp's instant and records each, all or nothing.</summary>
    /// <returns>The ids of the revoked tokens.</returns>
    Task<IReadOnlyList<long>> DeleteExpiredAsync(long userId, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Revokes tokens that were not used since an instant, and records each, all or nothing.</summary>
    /// <param name="usedBefore">A token that never was used counts from its creation.</param>
    /// <param name="limit">The most that are revoked, at most 200.</param>
    /// <returns>The ids of the revoked tokens; fewer than the limit where there are no more.</returns>
    Task<IReadOnlyList<long>> DeleteUnusedAsync(
        DateTimeOffset usedBefore, int limit, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Revokes tokens that had expired at an instant, and records each, all or nothing.</summary>
    /// <inheritdoc cref="DeleteUnusedAsync" />
    Task<IReadOnlyList<long>> DeleteLongExpiredAsync(
        DateTimeOffset expiredBy, int limit, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Changes a token and records it, both or neither; nothing is recorded where nothing differs.</summary>
    /// <param name="userId">Its account; <see langword="null"/> for any.</param>
    /// <param name="change">
    /// Makes the token that is to be stored from the stored one: its description, its expiry and whether it is enabled. It
    /// runs in the transaction, perhaps more than once, and what it throws undoes the transaction.
    /// </param>
    /// <returns>The token as it is now; <see cref="WriteStatus.NotFound"/> or <see cref="WriteStatus.NameTaken"/>.</returns>
    Task<WriteResult<PersonalAccessToken>> UpdateAsync(
        long? userId,
        long id,
        Func<PersonalAccessToken, PersonalAccessToken> change,
        AuditStamp audit,
        CancellationToken cancellationToken);

    /// <summary>Gives a token a new secret and records it, both or neither. A secret that was superseded before ends at once.</summary>
    /// <param name="rotate">As for <see cref="UpdateAsync"/>.</param>
    /// <returns>The token as it is now, or <see cref="WriteStatus.NotFound"/>.</returns>
    Task<WriteResult<PersonalAccessToken>> RotateAsync(
        long userId,
        long id,
        Func<PersonalAccessToken, PatRotation> rotate,
        AuditStamp audit,
        CancellationToken cancellationToken);

    /// <summary>Moves new secrets to the index of all others, on an engine that has one for new ones.</summary>
    /// <param name="count">The most that are moved.</param>
    /// <returns>How many were moved; fewer than that where there are no more.</returns>
    Task<int> IndexSecretsAsync(int count, CancellationToken cancellationToken);
}
