using System.Security.Cryptography;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Finds the link of a token that a client sent.</summary>
internal sealed class PasswordLinkReader(IPasswordLinkRepository links, TimeProvider time)
{
    /// <exception cref="RefusedException">The token opens nothing.</exception>
    /// <remarks>
    /// Threat: an answer that tells an expired or used token from an invented one confirms to its finder that it was real. So
    /// there is one refusal for every cause.
    /// </remarks>
    public async Task<StoredPasswordLink> RequireAsync(PasswordLinkToken token, CancellationToken cancellationToken) =>
        token.Selector is { } selector
        && await links.FindAsync(selector, cancellationToken) is { } link
        && CryptographicOperations.FixedTimeEquals(token.Verifier(), link.Verifier)
        && link.ExpiresAt > time.GetUtcNow()
        && link.User.IsEnabled
            ? link
            : throw new RefusedException(Errors.PasswordLinkInvalid);
}
