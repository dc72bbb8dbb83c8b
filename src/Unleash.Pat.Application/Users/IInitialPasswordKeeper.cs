using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Keeps the first administrator's password where only those who run the service find it.</summary>
/// <remarks>
/// Threat: what a service prints goes to a journal that many read and that is kept for years; and a password that is lost
/// leaves a service that nobody can sign in to.
/// </remarks>
public interface IInitialPasswordKeeper
{
    /// <summary>Writes the password to a file, unless a terminal can show it.</summary>
    /// <param name="password">The password of an administrator who is yet to be made.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The file, or <see langword="null"/> where the password is to be shown in the terminal.</returns>
    /// <exception cref="StartupException">The file cannot be written, or is there already.</exception>
    Task<string?> KeepAsync(Password password, CancellationToken cancellationToken);

    /// <summary>Removes the file again: its password opens nothing.</summary>
    /// <param name="file">What <see cref="KeepAsync"/> has returned.</param>
    void Discard(string file);
}
