using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Support;

/// <summary>A suite of real processes, each test on a fresh database.</summary>
/// <typeparam name="TEngine">The engine.</typeparam>
public abstract class ProcessTests<TEngine> : IAsyncLifetime
    where TEngine : IDatabaseEngine, new()
{
    private readonly List<RealService> _services = [];
    private IReadOnlyDictionary<string, string> _database = new Dictionary<string, string>();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TEngine Engine { get; } = new();

    public async ValueTask InitializeAsync() => _database = await Engine.CreateDatabaseAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        await Engine.DropAsync();
    }

    /// <summary>Starts a process on the test's database, configured as <see cref="TestService.Defaults"/> says.</summary>
    protected RealService Start(params (string Key, string Value)[] settings) => StartBare(
        [.. TestService.Defaults.Select(pair => (pair.Key, pair.Value)), .. settings]);

    /// <summary>Starts a process on the test's database, with no other configuration than this.</summary>
    protected RealService StartBare(params (string Key, string Value)[] settings) => Run(null, settings);

    /// <summary>Starts a process that migrates the test's database and ends.</summary>
    protected RealService StartMigration(params (string Key, string Value)[] settings) => Run("migrate", settings);

    /// <summary>Waits until the process listens.</summary>
    protected static async Task<ServiceClient> ClientAsync(RealService service) =>
        new(ServiceClient.CreateHttp(await service.ReadyAsync(Cancel)));

    private RealService Run(string? verb, (string Key, string Value)[] settings)
    {
        var service = RealService.Start(
            _database.Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))), verb);
        _services.Add(service);
        return service;
    }
}
