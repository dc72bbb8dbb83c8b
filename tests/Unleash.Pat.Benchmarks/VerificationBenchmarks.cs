using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Unleash.Pat.AspNetCore;

namespace Unleash.Pat.Benchmarks;

/// <summary>One verification of a remembered token, and what of it is the SHA-256.</summary>
[MemoryDiagnoser]
public class VerificationBenchmarks
{
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];
    private Host _host = null!;
    private UnleashPatVerifier _verifier = null!;
    private byte[] _bytes = [];
    private int _next;

    /// <summary>How many tokens are remembered.</summary>
    [Params(1, 100_000)]
    public int Remembered { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await Host.StartAsync(Remembered);
        _verifier = _host.Verifier;
        _bytes = Encoding.ASCII.GetBytes(_host.Tokens[0]);
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _host.DisposeAsync();

    /// <summary>Verifies the remembered tokens one after the other.</summary>
    [Benchmark]
    public bool Verify()
    {
        _next = _next + 1 < _host.Tokens.Length ? _next + 1 : 0;
        var verification = _verifier.VerifyAsync(_host.Tokens[_next]);
        return verification.IsCompletedSuccessfully && verification.Result.IsActive
            ? true
            : throw new InvalidOperationException("The token was not remembered.");
    }

    /// <summary>The part that the framework's SHA-256 takes.</summary>
    [Benchmark(Baseline = true)]
    public int Sha256() => SHA256.HashData(_bytes, _hash);
}
