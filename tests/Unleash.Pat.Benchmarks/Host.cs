using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unleash.Pat.AspNetCore;

namespace Unleash.Pat.Benchmarks;

/// <summary>A program that uses the package, and remembers so many tokens.</summary>
internal sealed class Host : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly SilentService _service = new();
    private readonly WebApplication _app;
    private readonly UnleashPatVerifier _verifier;
    private readonly Misses _misses = new();
    private Task _beats = Task.CompletedTask;
    private Task _revocations = Task.CompletedTask;

    private Host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication().AddUnleashPat(options =>
        {
            (options.Authority, options.ClientId, options.ClientSecret) = ("https://tokens.example.com", "benchmark", "secret");
            options.BackchannelHttpHandler = _service;
            options.RememberFor = TimeSpan.FromHours(12);
            options.MaxRemembered = 200_000;
        });
        _app = builder.Build();
        _verifier = Services.GetRequiredService<UnleashPatVerifier>();
    }

    public IServiceProvider Services => _app.Services;

    public string[] Tokens { get; private set; } = [];

    public static async Task<Host> StartAsync(int tokens)
    {
        var host = new Host();
        await host._app.StartAsync();
        host._beats = host.BeatAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        host.Tokens = [.. Enumerable.Range(0, tokens).Select(_ => NewToken())];
        foreach (var token in host.Tokens)
        {
            await host._verifier.VerifyAsync(token);
        }

        return host;
    }

    /// <summary>Verifies a token, as a rule from memory.</summary>
    public bool Verify(string token)
    {
        var asked = _service.Issued;
        var verification = _verifier.VerifyAsync(token);
        var result = verification.IsCompletedSuccessfully ? verification.Result : verification.AsTask().GetAwaiter().GetResult();
        _misses.Count(_service.Issued != asked);
        return result.IsActive;
    }

    /// <summary>Starts to name one token each millisecond, from the end of <see cref="Tokens"/>.</summary>
    public void StartRevoking() => _revocations = Task.Run(RevokeAsync);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_beats, _revocations);
        await _app.DisposeAsync();
        _stop.Dispose();
        _service.Dispose();
        _misses.ThrowIfMany();
    }

    private static string NewToken() =>
        $"user:v2_{RandomNumberGenerator.GetHexString(22)}_{RandomNumberGenerator.GetHexString(43)}";

    private async Task BeatAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await _service.SayAsync("event: alive\n\n");
            await Task.Delay(Beat, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RevokeAsync()
    {
        var watch = Stopwatch.StartNew();
        for (var sent = 0; !_stop.IsCancellationRequested;)
        {
            for (; sent < watch.ElapsedMilliseconds; sent++)
            {
                var id = Tokens.Length - (sent % (Tokens.Length / 2));
                await _service.SayAsync($"event: revoked\ndata: {{\"tokens\":[\"{id}\"],\"accounts\":[]}}\n\n");
            }

            await Task.Delay(1, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
