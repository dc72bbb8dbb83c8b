using BenchmarkDotNet.Attributes;

namespace Unleash.Pat.Benchmarks;

/// <summary>100,000 remembered tokens, with and without a revocation each millisecond: the median stays.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
[MedianColumn]
public class RevocationBenchmarks
{
    private const int Remembered = 100_000;

    private Host _host = null!;
    private int _next;

    /// <summary>Whether tokens are revoked meanwhile.</summary>
    [Params(false, true)]
    public bool Revoking { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await Host.StartAsync(Remembered);
        if (Revoking)
        {
            _host.StartRevoking();
        }
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _host.DisposeAsync();

    /// <summary>Verifies tokens of the half that is not revoked.</summary>
    [Benchmark]
    public bool Verify()
    {
        _next = _next + 1 < Remembered / 2 ? _next + 1 : 0;
        return _host.Verify(_host.Tokens[_next]);
    }
}
