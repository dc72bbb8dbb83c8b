using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Benchmarks;

/// <summary>A node of the service with 100,000 remembered tokens, with and without a revocation each millisecond: the median stays.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
[MedianColumn]
public class NodeBenchmarks : IDisposable
{
    private const int Remembered = 100_000;

    private readonly CancellationTokenSource _end = new();
    private readonly ReadOnlyMemory<char>[] _secrets = new ReadOnlyMemory<char>[Remembered];
    private readonly TestMeters _meters = new();
    private TokenVerifiers _verifiers = null!;
    private TokenAuthenticator _authenticator = null!;
    private Task _background = Task.CompletedTask;
    private readonly Misses _misses = new();
    private int _next;

    /// <summary>Whether tokens are revoked meanwhile.</summary>
    [Params(false, true)]
    public bool Revoking { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var store = new Tokens();
        for (var id = 0; id < Remembered; id++)
        {
            var secret = TokenSecret.Generate();
            _secrets[id] = secret.Reveal().AsMemory();
            store.Add(secret, id);
        }

        var trust = new MemoryTrust(TimeProvider.System);
        _verifiers = new TokenVerifiers(store, store, store, new RecentAccounts(TimeProvider.System), TimeProvider.System);
        _authenticator = new TokenAuthenticator(_verifiers, trust, new VerificationMetrics(_meters), TimeProvider.System);
        var feed = new RevocationFeed(_verifiers, trust, new NoRevocations(), TimeProvider.System);
        await feed.ReadAsync(_end.Token);

        // From the first token on, because a node that does not read remembers nothing.
        _background = Task.Run(() => RunAsync(feed));
        foreach (var secret in _secrets)
        {
            await _authenticator.AuthenticateAsync(secret, null, _end.Token);
        }
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _end.CancelAsync();
        await _background;
        Dispose();
        _misses.ThrowIfMany();
    }

    public void Dispose()
    {
        _verifiers.Dispose();
        _meters.Dispose();
        _end.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Verifies tokens of the half that is not revoked.</summary>
    [Benchmark]
    public bool Verify()
    {
        _next = _next + 1 < Remembered / 2 ? _next + 1 : 0;
        var verification = _authenticator.AuthenticateAsync(_secrets[_next], null, CancellationToken.None);
        _misses.Count(!verification.IsCompletedSuccessfully);
        var verdict = verification.IsCompletedSuccessfully ? verification.Result : verification.AsTask().GetAwaiter().GetResult();
        return verdict.Caller is not null;
    }

    private async Task RunAsync(RevocationFeed feed)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var read = Stopwatch.GetTimestamp();
        for (var round = 0; !_end.IsCancellationRequested; round++)
        {
            // By the clock and not by rounds, which take longer on a busy machine.
            if (Stopwatch.GetElapsedTime(read) >= TimeSpan.FromMilliseconds(250))
            {
                read = Stopwatch.GetTimestamp();
                await feed.ReadAsync(CancellationToken.None);
            }

            if (Revoking)
            {
                _verifiers.EvictToken((Remembered / 2) + (round % (Remembered / 2)));
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private sealed class Tokens : ITokenVerifierStore, IRejectedUseStore
    {
        private readonly Dictionary<string, StoredToken> _tokens = new(StringComparer.Ordinal);

        public void Add(TokenSecret secret, long id) => _tokens.Add(
            secret.Selector,
            new StoredToken(id, secret.Verifier(), DateTimeOffset.MaxValue, new Caller(id / 10, "bench", RootRole.Viewer)));

        public Task<StoredToken?> FindAsync(string selector, CancellationToken cancellationToken) =>
            Task.FromResult(_tokens.GetValueOrDefault(selector));

        public Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WriteRejectedAsync(IReadOnlyList<RejectedUse> uses, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NoRevocations : IRevocationStore
    {
        public TimeSpan CommitDelay => TimeSpan.Zero;

        public Task<IReadOnlyList<Revocation>> ReadAfterAsync(long id, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Revocation>>([]);

        public Task<int> DeleteThroughAsync(long id, int limit, CancellationToken cancellationToken) => Task.FromResult(0);
    }
}
