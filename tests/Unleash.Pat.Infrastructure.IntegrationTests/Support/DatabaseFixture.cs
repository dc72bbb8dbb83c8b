using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Support;

/// <summary>The infrastructure on one fresh, migrated database, shared by the tests of a suite.</summary>
public sealed class DatabaseFixture<TEngine> : IAsyncDisposable
    where TEngine : IDatabaseEngine, new()
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<ServiceProvider> _nodes = [];

    public TEngine Engine { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public IReadOnlyDictionary<string, string>? Configuration { get; private set; }

    /// <summary>The first node, made by the first test that asks: a fixture of its own accord cannot skip one.</summary>
    public async Task<IServiceProvider> GetAsync(bool migrate)
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Configuration ??= await Engine.CreateDatabaseAsync(TestContext.Current.CancellationToken);
            if (_nodes.Count == 0)
            {
                var node = Node();
                if (migrate)
                {
                    await MigrateAsync(node);
                }
            }

            return _nodes[0];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Another node on the same database.</summary>
    public IServiceProvider Node(params (string Key, string Value)[] settings) => Node(_ => { }, settings);

    /// <summary>Another node on the same database, some of whose services are the test's.</summary>
    public IServiceProvider Node(Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Configuration!.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time);
        services.AddApplication(configuration).AddInfrastructure(configuration);
        configure(services);
        var node = services.BuildServiceProvider();
        lock (_nodes)
        {
            _nodes.Add(node);
        }

        return node;
    }

    public Task MigrateAsync(IServiceProvider node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.GetRequiredService<IDatabaseInitializer>().InitializeAsync(
            _ => Task.CompletedTask, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await Engine.DropAsync();
        _turn.Dispose();
    }
}
