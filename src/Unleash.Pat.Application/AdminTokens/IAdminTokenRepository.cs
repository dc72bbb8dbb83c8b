using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Stores the admin tokens that administrators create.</summary>
public interface IAdminTokenRepository
{
    /// <summary>Stores a token and its event, both or neither.</summary>
    /// <returns>
    /// The stored token; <see cref="WriteStatus.NameTaken"/>, or <see cref="WriteStatus.OwnerUnfit"/> where the account that
    /// should answer for it is no administrator.
    /// </returns>
    Task<WriteResult<AdminToken>> CreateAsync(NewAdminToken token, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>All tokens by id, expired ones included.</summary>
    Task<IReadOnlyList<AdminToken>> GetAllAsync(CancellationToken cancellationToken);

    Task<AdminToken?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Makes another account answer for a token and records it, both or neither.</summary>
    /// <param name="userId">The account; nothing is recorded where it answers for the token already.</param>
    /// <param name="audit">Who takes it over, and when.</param>
    /// <returns>
    /// The token as it is now; <see cref="WriteStatus.NotFound"/>, or <see cref="WriteStatus.OwnerUnfit"/> where the account
    /// is no administrator.
    /// </returns>
    Task<WriteResult<AdminToken>> TakeOverAsync(long id, long userId, AuditStamp audit, CancellationToken cancellationToken);

    /// <summary>Revokes a token and records it, both or neither; an unknown id changes nothing.</summary>
    Task DeleteAsync(long id, AuditStamp audit, CancellationToken cancellationToken);
}
