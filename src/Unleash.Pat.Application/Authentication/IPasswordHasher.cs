using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Hashes passwords, and verifies them against stored hashes.</summary>
public interface IPasswordHasher
{
    /// <summary>Hashes a password with a salt of its own.</summary>
    /// <returns>The hash with its algorithm and work factor.</returns>
    /// <exception cref="RefusedException">Too many are waiting.</exception>
    Task<string> HashAsync(Password password, CancellationToken cancellationToken);

    /// <summary>Verifies a password against a stored hash.</summary>
    /// <param name="hash">The stored hash; <see langword="null"/> where there is no such user or no password.</param>
    /// <param name="password">What was typed.</param>
    /// <returns>Whether they match, which they never do where there is no hash.</returns>
    /// <exception cref="RefusedException">Too many are waiting.</exception>
    /// <remarks>Threat: an answer that comes faster for unknown users reveals which users exist, so the work is the same.</remarks>
    Task<PasswordVerificationResult> VerifyAsync(string? hash, Password password, CancellationToken cancellationToken);
}
