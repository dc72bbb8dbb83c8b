using System.Security.Cryptography;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <inheritdoc cref="IConfiguredTokenUses" />
/// <remarks>
/// Kept by the token's fingerprint, so that another token at the same place of the configuration does not inherit it.
/// Threat: in the form <c>*.*.&lt;name&gt;</c> a token is a word, and whoever reads a database with a plain hash of it
/// finds it by trying words. A key of this service would not help, because its keys are in the same database. So the
/// fingerprint takes the work that a password's hash takes, with the installation's own salt.
/// </remarks>
internal sealed class ConfiguredTokenUses : IConfiguredTokenUses, ITokenUses
{
    /// <summary>How many bytes a fingerprint has.</summary>
    public const int FingerprintLength = 32;

    /// <summary>How many bytes the salt has.</summary>
    public const int SaltLength = 16;

    // As many as for passwords.
    private const int Iterations = 210_000;

    private readonly ConfiguredTokenRepository _repository;
    private readonly ConfiguredAdminTokens _tokens;
    private readonly LastUsedTracker _seen;
    private readonly TimeProvider _time;
    private IReadOnlyList<byte[]>? _fingerprints;

    public ConfiguredTokenUses(ConfiguredTokenRepository repository, ConfiguredAdminTokens tokens, TimeProvider time)
    {
        _repository = repository;
        _tokens = tokens;
        _seen = new LastUsedTracker(this, time);
        _time = time;
    }

    public void Mark(int place) => _seen.Mark(place, _time.GetUtcNow());

    /// <summary>Makes the fingerprints, where there are tokens to make them of.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        _tokens.Verifiers.Any() ? FingerprintsAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Forgets what is gathered and what was read: the database has another past now.</summary>
    public void Forget()
    {
        _seen.Forget();
        _fingerprints = null;
    }

    public Task FlushAsync(bool everything, CancellationToken cancellationToken) =>
        _seen.FlushAsync(everything, cancellationToken);

    public async Task MarkSeenAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellationToken)
    {
        var fingerprints = await FingerprintsAsync(cancellationToken);
        await _repository.MarkSeenAsync(
            [.. uses.Select(use => new ConfiguredTokenUse(fingerprints[(int)use.TokenId], use.SeenAt))], cancellationToken);
    }

    public async Task<IReadOnlyList<DateTimeOffset?>> GetAsync(CancellationToken cancellationToken)
    {
        var seen = await _repository.GetAllAsync(cancellationToken);
        return seen.Count == 0
            ? [.. _tokens.Verifiers.Select(_ => (DateTimeOffset?)null)]
            : [.. (await FingerprintsAsync(cancellationToken)).Select(fingerprint =>
                seen.TryGetValue(Convert.ToHexString(fingerprint), out var at) ? at : (DateTimeOffset?)null)];
    }

    // Two callers at once do the work twice, and get the same.
    private async Task<IReadOnlyList<byte[]>> FingerprintsAsync(CancellationToken cancellationToken)
    {
        if (_fingerprints is null)
        {
            var salt = await _repository.GetSaltAsync(cancellationToken);
            _fingerprints = await Task.Run(
                () => _tokens.Verifiers.Select(verifier => Fingerprint(verifier, salt)).ToList(), cancellationToken);
        }

        return _fingerprints;
    }

    private static byte[] Fingerprint(byte[] verifier, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(verifier, salt, Iterations, HashAlgorithmName.SHA512, FingerprintLength);
}
