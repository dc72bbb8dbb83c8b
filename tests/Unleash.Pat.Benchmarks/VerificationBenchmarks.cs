using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace Unleash.Pat.Benchmarks;

/// <summary>One verification of a remembered token, and what of it is the SHA-256.</summary>
[MemoryDiagnoser]
public class VerificationBenchmarks
{
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];
    private Host _host = null!;
    private byte[] _bytes = [];
    private int _next;

    /// <summary>How many tokens are remembered.</summary>
    [Params(1, 100_000)]
    public int Remembered { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await Host.StartAsync(Remembered);
        _bytes = Encoding.ASCII.GetBytes(_host.Tokens[0]);
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _host.DisposeAsync();

    /// <summary>Verifies the remembered tokens one after the other.</summary>
    [Benchmark]
    public bool Verify()
    {
        _next = _next + 1 < _host.Tokens.Length ? _next + 1 : 0;
        return _host.Verify(_host.Tokens[_next]);
    }

    /// <summary>The part that the framework's SHA-256 takes.</summary>
    [Benchmark(Baseline = true)]
    public int Sha256() => SHA256.HashData(_bytes, _hash);
}
