using Unleash.Pat.TestSupport.Faults;

namespace Unleash.Pat.TestSupport.Databases;

/// <summary>A SQL Server that the service reaches by way of a proxy, which can refuse it.</summary>
[NeedsSqlServer]
public sealed class BreakableSqlServerEngine : IBreakableEngine
{
    private readonly SqlServerEngine _engine = new();
    private FaultyProxy? _proxy;

    public string Name => _engine.Name;

    public async Task<IReadOnlyDictionary<string, string>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var configuration = await _engine.CreateDatabaseAsync(cancellationToken);
        _proxy = SqlServerTraffic.Before(_engine.ConnectionString);
        return new Dictionary<string, string>(configuration)
        {
            ["ConnectionStrings:UnleashPat"] = _proxy.Through(_engine.ConnectionString),
        };
    }

    public Task TakeAwayAsync()
    {
        _proxy!.Refuse();
        return Task.CompletedTask;
    }

    public Task BringBackAsync()
    {
        _proxy!.Recover();
        return Task.CompletedTask;
    }

    public async Task DropAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        await _engine.DropAsync();
    }
}
