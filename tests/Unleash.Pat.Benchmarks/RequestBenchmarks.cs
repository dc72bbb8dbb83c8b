using System.Net.Mime;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Microsoft.AspNetCore.Http;

namespace Unleash.Pat.Benchmarks;

/// <summary>
/// What a request takes and allocates from the web server's door on: the whole pipeline, on SQLite. What the test server
/// itself takes is the baseline.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
[Config(typeof(InThisProcess))]
public class RequestBenchmarks
{
    private const string Tokens = "/api/admin/user/tokens";

    private static readonly byte[] NoProperties = "{}"u8.ToArray();

    private ServiceInMemory _service = null!;
    private byte[] _introspection = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _service = await ServiceInMemory.StartAsync();
        _introspection = Encoding.ASCII.GetBytes($"token={_service.Secret}");
    }

    [GlobalCleanup]
    public void Cleanup() => _service.Dispose();

    /// <summary>A program that does nothing, behind the same test server.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> Nothing() => _service.SendToNothingAsync();

    [Benchmark]
    public Task<int> User() => _service.SendAsync(HttpMethods.Get, "/api/admin/user");

    [Benchmark]
    public Task<int> List() => _service.SendAsync(HttpMethods.Get, Tokens);

    [Benchmark]
    public async Task<int> CreateAndDelete()
    {
        await _service.SendAsync(HttpMethods.Post, Tokens, MediaTypeNames.Application.Json, NoProperties);
        return await _service.SendAsync(HttpMethods.Delete, _service.LastLocation);
    }

    [Benchmark]
    public Task<int> Verify() => _service.SendAsync(HttpMethods.Get, "/auth/verify");

    [Benchmark]
    public Task<int> Introspect() => _service.SendAsync(
        HttpMethods.Post, "/oauth2/introspect", MediaTypeNames.Application.FormUrlEncoded, _introspection, ServiceInMemory.AdminToken);

    // The service needs the admin UI's files, which are beside this program.
    private sealed class InThisProcess : ManualConfig
    {
        public InThisProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
