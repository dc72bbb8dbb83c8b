using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Turns passwords into what may be stored, and back into a yes or no.</summary>
public interface IPasswordHasher
{
    /// <summary>Hashes a password with a salt of its own.</summary>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Leaves the queue, where the work has not begun.</param>
    /// <returns>Text that says its algorithm and work factor.</returns>
    /// <exception cref="RefusedException">Too many are waiting.</exception>
    Task<string> HashAsync(Password password, CancellationToken cancellationToken);

    /// <summary>Compares a password with a stored hash.</summary>
    /// <param name="hash">The stored hash; <see langword="null"/> where there is no such user or no password.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="cancellationToken">Leaves the queue, where the work has not begun.</param>
    /// <returns>Whether they belong together: never, where there is no hash.</returns>
    /// <exception cref="RefusedException">Too many are waiting.</exception>
    /// <remarks>Threat: an answer that comes faster for unknown users tells which users exist; so the work is the same.</remarks>
    Task<PasswordVerificationResult> VerifyAsync(string? hash, Password password, CancellationToken cancellationToken);
}
