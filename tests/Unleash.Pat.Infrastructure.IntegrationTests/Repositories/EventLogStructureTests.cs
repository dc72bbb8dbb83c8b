using Dapper;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/event-log.md, "Verify": a table or a column that somebody dropped is a finding, and not a database that is away.</summary>
public abstract class EventLogStructureTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    // Each on the result of the one before, with what the engine says is missing.
    private static readonly (string Statement, string Missing)[] Drops =
    [
        ("ALTER TABLE events DROP COLUMN pre_data", "pre_data"),
        ("DROP TABLE event_seals", "event_seals"),
        ("DROP TABLE events", "events"),
        ("DROP TABLE event_chain", "event_chain"),
    ];

    private const int InvalidObjectName = 208;

    [Fact]
    public async Task What_was_dropped_is_found()
    {
        var refusal = await Record.ExceptionAsync(() => Get<Database>().ReadAsync(
            connection => connection.QueryAsync<int>("SELECT 1 FROM no_table AS entry"), Cancel));
        Assert.SkipWhen(
            refusal is SqlException { Number: not InvalidObjectName },
            $"This server does not report by SQL Server's numbers what is missing: {refusal?.Message}");
        var node = Fixture.Node();
        await NewUserAsync(node);
        (await node.VerifyAsync(Cancel)).ShouldBeWhole();

        foreach (var (statement, missing) in Drops)
        {
            await Get<Database>().WriteAsync(transaction => transaction.ExecuteAsync(statement, null, Cancel), Cancel);

            var report = await node.VerifyAsync(Cancel);
            report.Sentences.ShouldHaveSingleItem().ShouldStartWith("A table or a column of the database is missing: somebody dropped or renamed it (");
            report.Sentences.ShouldHaveSingleItem().ShouldContain(missing);
        }
    }
}
