namespace Unleash.Pat.Application.Authentication;

/// <summary>Stores when admin tokens of the configuration were last used, by their fingerprints.</summary>
public interface IConfiguredTokenStore
{
    /// <summary>Bytes of a fingerprint.</summary>
    const int FingerprintLength = 32;

    /// <summary>Bytes of the salt.</summary>
    const int SaltLength = 16;

    /// <summary>Reads all uses.</summary>
    /// <returns>The uses by the fingerprint in hexadecimal.</returns>
    Task<IReadOnlyDictionary<string, DateTimeOffset>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Writes the uses, all or none. A stored time never goes back.</summary>
    /// <param name="uses">The uses; a fingerprint may be in it twice.</param>
    /// <returns>A task that completes with the commit.</returns>
    Task WriteLastUsedAsync(IReadOnlyList<ConfiguredTokenUse> uses, CancellationToken cancellationToken);

    /// <summary>The salt of this installation's fingerprints, which the first node creates.</summary>
    /// <returns><see cref="SaltLength"/> random bytes.</returns>
    Task<byte[]> GetSaltAsync(CancellationToken cancellationToken);
}
