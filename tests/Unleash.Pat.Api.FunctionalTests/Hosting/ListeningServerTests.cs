using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.Hosting;
using Unleash.Pat.Api.Http;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>Which connections a stop cuts off, and when.</summary>
public sealed class ListeningServerTests : IDisposable
{
    private readonly RequestsAtWork _atWork = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ServerWithAClient _kestrel;
    private readonly ListeningServer _server;

    public ListeningServerTests()
    {
        _kestrel = new(_time);
        _server = new(_kestrel, new ConfigurationBuilder().Build(), _atWork, _time);
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_client_has_five_seconds_to_send_the_rest()
    {
        await PassUntilAsync(_server.StopAsync(CancellationToken.None));

        _kestrel.CutAfter.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_request_at_work_is_finished_however_long_it_takes()
    {
        _atWork.Enter();
        var stopped = _server.StopAsync(CancellationToken.None);
        for (var second = 0; second < 29; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        _atWork.Leave();
        await PassUntilAsync(stopped);

        _kestrel.CutAfter.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(29));
    }

    [Fact]
    public async Task A_stop_without_clients_cuts_nobody_off()
    {
        _kestrel.Leave();

        await _server.StopAsync(CancellationToken.None);

        _kestrel.CutAfter.ShouldBeNull();
    }

    [Fact]
    public async Task The_hosts_limit_counts()
    {
        _atWork.Enter();
        using var limit = new CancellationTokenSource();
        var stopped = _server.StopAsync(limit.Token);

        await limit.CancelAsync();

        await stopped;
    }

    private async Task PassUntilAsync(Task stopped)
    {
        while (!stopped.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await stopped;
    }

    // Like Kestrel: a stop takes until the client has left, or until it is told to cut it off.
    private sealed class ServerWithAClient(FakeTimeProvider time) : IServer
    {
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly long _began = time.GetTimestamp();

        public TimeSpan? CutAfter { get; private set; }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public void Leave() => _left.TrySetResult();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            cancellationToken.Register(() =>
            {
                CutAfter = _left.Task.IsCompleted ? null : time.GetElapsedTime(_began);
                Leave();
            });
            return _left.Task;
        }

        public void Dispose()
        {
        }
    }
}
