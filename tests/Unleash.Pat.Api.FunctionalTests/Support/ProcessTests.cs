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
    protected RealService StartBare(params (string Key, string Value)[] settings) => Run(settings);

    /// <summary>Starts a process that migrates the test's database and ends.</summary>
    protected RealService StartMigration(params (string Key, string Value)[] settings) => Run(settings, ["migrate"]);

    /// <summary>Starts a process on the test's database with this command line.</summary>
    protected RealService StartWith(params string[] arguments) => Run([], arguments);

    /// <summary>Starts a process on the test's database.</summary>
    /// <param name="settings">Configuration besides the database's.</param>
    /// <param name="arguments">The command line; a free port where it is absent.</param>
    /// <param name="program">The program; this service's, beside the tests, where it is absent.</param>
    /// <param name="prepare">What is to be in the folder that it is started in.</param>
    /// <param name="terminal">Whether its standard output is a terminal.</param>
    /// <param name="openFiles">How many files and sockets it may have open; as many as the tests where it is absent.</param>
    /// <param name="input">Its standard input; that of the tests where it is absent.</param>
    /// <param name="trace">A file for what it asks of the operating system.</param>
    protected RealService Run(
        IEnumerable<(string Key, string Value)> settings,
        string[]? arguments = null,
        string? program = null,
        Action<string>? prepare = null,
        bool terminal = false,
        int? openFiles = null,
        string? input = null,
        string? trace = null)
    {
        var service = RealService.Start(
            _database.Concat(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))), arguments, program, prepare, terminal, openFiles, input, trace);
        _services.Add(service);
        return service;
    }

    /// <summary>Waits until the process listens.</summary>
    protected static async Task<ServiceClient> ClientAsync(RealService service) =>
        new(ServiceClient.CreateHttp(await service.ReadyAsync(Cancel)));

    /// <summary>Waits until the process ends with one sentence and nothing else, and has left nothing.</summary>
    protected Task<string> ShouldBeRefusedAsync(RealService service, params string[] reasons) =>
        ShouldFailAsync(service, "cannot start", reasons);

    /// <summary>Waits until the process ends with one sentence and nothing else.</summary>
    protected static async Task<string> ShouldFailAsync(RealService service, string failure, params string[] reasons)
    {
        (await service.ExitAsync(Cancel)).ShouldBe(1, string.Join('\n', service.Output));
        var sentence = service.Errors.Split('\n').ShouldHaveSingleItem();
        sentence.ShouldStartWith($"Unleash.Pat {failure}: ");
        foreach (var reason in reasons)
        {
            sentence.ShouldContain(reason);
        }

        service.Output.ShouldBeEmpty();
        return sentence;
    }
}
