using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>Keeps the admin tokens that administrators issue.</summary>
public interface IAdminTokenRepository
{
    /// <summary>Stores a token and its event, both or neither.</summary>
    /// <param name="token">The token, without an id.</param>
    /// <param name="verifier">SHA-256 of its secret, 32 bytes.</param>
    /// <param name="created">Makes the event, told the token with its id.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The token with its id, or why it was not stored.</returns>
    Task<AdminTokenWrite> CreateAsync(
        AdminToken token, byte[] verifier, Func<AdminToken, AuditEvent> created, CancellationToken cancellationToken);

    /// <summary>All tokens, expired ones included.</summary>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>By id.</returns>
    Task<IReadOnlyList<AdminToken>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>A token.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The token, or <see langword="null"/>.</returns>
    Task<AdminToken?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Has another account answer for a token, and records it, both or neither.</summary>
    /// <param name="id">The token.</param>
    /// <param name="userId">The account; nothing is recorded where it is the one that answers already.</param>
    /// <param name="takenOver">Makes the event, told the token before and after.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The token as it is now, or why nothing was changed.</returns>
    Task<AdminTokenWrite> TakeOverAsync(
        long id, long userId, Func<AdminToken, AdminToken, AuditEvent> takenOver, CancellationToken cancellationToken);

    /// <summary>Removes a token and records it, both or neither; one that is unknown changes nothing.</summary>
    /// <param name="id">The token.</param>
    /// <param name="deleted">Makes the event, told what was removed.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>When it is done.</returns>
    Task DeleteAsync(long id, Func<AdminToken, AuditEvent> deleted, CancellationToken cancellationToken);
}
