using System.Security.Cryptography;

namespace Unleash.Pat.Application.Authentication;

/// <summary>When admin tokens of the configuration were last used.</summary>
/// <remarks>
/// Kept by the token's fingerprint, so that another token at the same place of the configuration does not inherit it.
/// Threat: in the form <c>*.*.&lt;name&gt;</c> a token is a word, and a reader of a database with a plain hash of it finds
/// it by trying words. A key of this service would not help, because its keys are in the same database. So the
/// fingerprint takes the work that a password's hash takes, with the installation's own salt.
/// </remarks>
public sealed class ConfiguredTokenUses : ILastUsedStore
{
    // As many as for passwords.
    private const int Iterations = 210_000;

    private readonly IConfiguredTokenStore _store;
    private readonly ConfiguredAdminTokens _tokens;
    private readonly LastUsedTracker _lastUsed;
    private readonly TimeProvider _time;
    private IReadOnlyList<byte[]>? _fingerprints;

    /// <summary>Begins with no uses.</summary>
    public ConfiguredTokenUses(IConfiguredTokenStore store, ConfiguredAdminTokens tokens, TimeProvider time)
    {
        _store = store;
        _tokens = tokens;
        _lastUsed = new LastUsedTracker(this, time);
        _time = time;
    }

    /// <summary>Marks a token as used just now.</summary>
    /// <param name="place">The token's place in the configuration.</param>
    public void Mark(int place) => _lastUsed.Mark(place, _time.GetUtcNow());

    /// <summary>Computes the fingerprints, where there are tokens.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        _tokens.Verifiers.Any() ? FingerprintsAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Forgets what is gathered and what was read, because the database is another one.</summary>
    public void Forget()
    {
        _lastUsed.Forget();
        _fingerprints = null;
    }

    /// <inheritdoc cref="LastUsedTracker.FlushAsync" />
    public Task FlushAsync(bool everything, CancellationToken cancellationToken) =>
        _lastUsed.FlushAsync(everything, cancellationToken);

    /// <inheritdoc />
    public async Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken)
    {
        var fingerprints = await FingerprintsAsync(cancellationToken);
        await _store.WriteLastUsedAsync(
            [.. uses.Select(use => new ConfiguredTokenUse(fingerprints[(int)use.Id], use.UsedAt))], cancellationToken);
    }

    /// <summary>When each token was last used, as far as it is written.</summary>
    /// <returns>In the configuration's order; <see langword="null"/> for one that never was.</returns>
    public async Task<IReadOnlyList<DateTimeOffset?>> GetAsync(CancellationToken cancellationToken)
    {
        var uses = await _store.GetAllAsync(cancellationToken);
        return uses.Count == 0
            ? [.. _tokens.Verifiers.Select(_ => (DateTimeOffset?)null)]
            : [.. (await FingerprintsAsync(cancellationToken)).Select(fingerprint =>
                uses.TryGetValue(Convert.ToHexString(fingerprint), out var at) ? at : (DateTimeOffset?)null)];
    }

    // Two callers at once do the work twice, and get the same.
    private async Task<IReadOnlyList<byte[]>> FingerprintsAsync(CancellationToken cancellationToken)
    {
        if (_fingerprints is null)
        {
            var salt = await _store.GetSaltAsync(cancellationToken);
            _fingerprints = await Task.Run(
                () => _tokens.Verifiers.Select(verifier => Fingerprint(verifier, salt)).ToList(), cancellationToken);
        }

        return _fingerprints;
    }

    private static byte[] Fingerprint(byte[] verifier, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(
        verifier, salt, Iterations, HashAlgorithmName.SHA512, IConfiguredTokenStore.FingerprintLength);
}
