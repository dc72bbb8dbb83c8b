using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>A server that takes connections and never answers.</summary>
public sealed class UnansweredConnectionTests : IDisposable
{
    private const int Callers = 10;
    private const int ConnectSeconds = 6;

    // SqlClient alone lets them wait for each other: a timeout each, one after another. Half of that leaves room for a slow
    // machine.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(Callers * ConnectSeconds / 2);

    private readonly TcpListener _silence = new(IPAddress.Loopback, 0);

    public UnansweredConnectionTests() => _silence.Start(backlog: 100);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _silence.Dispose();

    [Fact]
    public async Task Callers_at_once_are_told_after_one_timeout_and_not_after_each_others()
    {
        await using var services = Build();
        var pats = services.GetRequiredService<IPatRepository>();

        var told = Enumerable.Range(0, Callers).Select(_ => Should.ThrowAsync<ServiceUnavailableException>(
            () => Task.Run(() => pats.GetAllAsync(1, Cancel)).WaitAsync(AtMost, Cancel)));

        await Task.WhenAll(told);
    }

    private ServiceProvider Build()
    {
        var port = ((IPEndPoint)_silence.LocalEndpoint).Port;
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:UnleashPat"] =
                $"Server=127.0.0.1,{port};Database=pats;User Id=service;Password=hunter2;Connect Timeout={ConnectSeconds}",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging().AddApplication(configuration).AddInfrastructure(configuration).BuildServiceProvider();
    }
}
