using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Stores the first administrator's password where only operators of the service can read it.</summary>
/// <remarks>
/// Threat: the output of a service goes to a journal that many people can read for years. And without the password no
/// user can sign in.
/// </remarks>
public interface IInitialPasswordKeeper
{
    /// <summary>Writes the password to a file, unless a terminal can show it.</summary>
    /// <returns>The file, or <see langword="null"/> where the terminal is to show the password.</returns>
    /// <exception cref="StartupException">The file cannot be written, or exists already.</exception>
    Task<string?> KeepAsync(Password password, CancellationToken cancellationToken);

    /// <summary>Deletes the file of an administrator that was not created.</summary>
    void Discard(string file);
}
