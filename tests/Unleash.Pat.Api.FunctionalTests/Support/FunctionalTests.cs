using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>A suite, written once for every engine; <c>OnSqlite.cs</c> lists it.</summary>
/// <typeparam name="TEngine">The engine.</typeparam>
/// <param name="fixture">The suite's service.</param>
public abstract class FunctionalTests<TEngine>(ServiceFixture<TEngine> fixture)
    : IClassFixture<ServiceFixture<TEngine>>, IAsyncLifetime
    where TEngine : IDatabaseEngine, new()
{
    private readonly List<IAsyncDisposable> _services = [];
    private readonly List<TEngine> _engines = [];

    /// <summary>The suite's service.</summary>
    protected TestService Service { get; private set; } = null!;

    /// <summary>The engine of <see cref="Service"/>.</summary>
    protected TEngine Engine => fixture.Engine;

    /// <summary>How <see cref="Service"/> is to be.</summary>
    protected virtual ServiceOptions Options => new();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Service = await fixture.GetAsync(Options);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        foreach (var engine in _engines)
        {
            await engine.DropAsync();
        }
    }

    /// <summary>A service of the test's own, on a fresh database.</summary>
    protected async Task<TestService> StartAsync(ServiceOptions options)
    {
        var engine = new TEngine();
        _engines.Add(engine);
        return await StartAsync(await engine.CreateDatabaseAsync(Cancel), options);
    }

    /// <summary>A service of the test's own, on a fresh database, with this configuration.</summary>
    protected Task<TestService> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>A service of the test's own, on a fresh database, with this clock and this configuration.</summary>
    protected Task<TestService> StartAsync(TimeProvider? time, params (string Key, string Value)[] settings) =>
        StartAsync(new ServiceOptions { Time = time, Settings = settings.ToDictionary(pair => pair.Key, pair => pair.Value) });

    /// <summary>A service on this database, which its owner drops.</summary>
    protected async Task<TestService> StartAsync(IReadOnlyDictionary<string, string> database, ServiceOptions options)
    {
        var service = await TestService.StartAsync(database, options);
        _services.Add(service);
        return service;
    }
}
