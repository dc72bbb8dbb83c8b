using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Unleash.Pat.Benchmarks;

/// <summary>A request's authentication by the handler, with all that ASP.NET Core makes for it.</summary>
[MemoryDiagnoser]
public class HandlerBenchmarks
{
    private Host _host = null!;
    private string _header = "";

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _host = await Host.StartAsync(1);
        _header = $"Bearer {_host.Tokens[0]}";
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _host.DisposeAsync();

    /// <summary>As the authentication middleware does it.</summary>
    [Benchmark]
    public async Task<bool> Authenticate()
    {
        using var scope = _host.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Authorization = _header;
        return (await context.AuthenticateAsync()).Succeeded;
    }

    /// <summary>What of it is neither the token's nor the scheme's.</summary>
    [Benchmark(Baseline = true)]
    public async Task<bool> WithoutToken()
    {
        using var scope = _host.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return (await context.AuthenticateAsync()).Succeeded;
    }
}
