using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/event-log.md, "Verify": a value that only SQLite stores, and that is no time, is a finding.</summary>
[OneEngineOnly("SQL Server's columns refuse such a value.")]
public sealed class EventLogValueTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    [Fact]
    public async Task A_time_out_of_range_is_found()
    {
        var node = Fixture.Node();
        await NewUserAsync(node);

        await Get<Database>().WriteAsync(
            transaction => transaction.ExecuteAsync("UPDATE events SET created_at = 253402300800000 WHERE id = 1", null, Cancel), Cancel);

        (await node.VerifyAsync(Cancel)).Sentences.ShouldContain(
            sentence => sentence.StartsWith("A value of the database is none that the service writes: somebody changed it (", StringComparison.Ordinal));
    }
}
