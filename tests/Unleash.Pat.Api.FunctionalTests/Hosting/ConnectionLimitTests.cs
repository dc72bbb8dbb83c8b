using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.Hosting.Connections;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>How many connections the service takes, and how it tells of those that it refuses.</summary>
public sealed class ConnectionLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Max open files            1024                 524288               files", 1024L)]
    [InlineData("Max open files            unlimited            unlimited            files", null)]
    [InlineData("Max processes             96365                96365                processes", null)]
    public void The_limit_is_the_systems(string line, long? limit) => OpenFiles.Read(["Limit  Soft Limit  Hard Limit  Units", line]).ShouldBe(limit);

    [Fact]
    public async Task Refusals_are_logged_once_a_minute_with_their_number()
    {
        using var logs = new CapturedLogs();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        using var meter = new Meter("Microsoft.AspNetCore.Server.Kestrel");
        var refusals = meter.CreateCounter<long>("kestrel.rejected_connections");
        var time = new FakeTimeProvider();
        using var service = new RefusedConnections(new Capacity(768, null), time, factory.CreateLogger<RefusedConnections>());
        await service.StartAsync(Cancel);

        refusals.Add(40);
        refusals.Add(2);

        // A minute that passes before the service waits for it is lost, so some pass.
        var logged = await Eventually.GetAsync(
            () =>
            {
                time.Advance(TimeSpan.FromMinutes(1));
                return Task.FromResult(logs.Lines.Count(line => line.Contains("connections were refused", StringComparison.Ordinal)));
            },
            count => count > 0,
            null,
            Cancel);

        logged.ShouldBe(1);
        logs.Lines.ShouldContain(entry => entry.Contains("42 connections were refused", StringComparison.Ordinal));
        await service.StopAsync(Cancel);
    }
}
