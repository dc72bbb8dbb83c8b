using Dapper;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>Connections that stay open.</summary>
public sealed class SessionTests
{
    private const string Query = "SELECT turns FROM admin_guard WHERE id = @Id";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Dapper's readers leave their command to the finalizer, whose thread must not touch a session in use.</summary>
    [Fact]
    public async Task Commands_that_nobody_disposed_of_do_not_disturb_those_in_use()
    {
        await using var database = await OwnDatabase.CreateAsync();
        using var stop = new CancellationTokenSource();
        var collector = Task.Run(() => Collect(stop.Token), Cancel);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadAsync(database), Cancel)));

        await stop.CancelAsync();
        await collector;
    }

    private static async Task ReadAsync(OwnDatabase database)
    {
        for (var round = 0; round < 500; round++)
        {
            (await database.Database.ReadAsync(
                async connection =>
                {
                    await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(Query, new { Id = 1 }, cancellationToken: Cancel));
                    (await reader.ReadAsync(Cancel)).ShouldBeTrue();
                    return await connection.QuerySingleAsync<long>(new CommandDefinition(Query, new { Id = 1 }, cancellationToken: Cancel));
                },
                Cancel)).ShouldBe(0);
        }
    }

    private static void Collect(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
