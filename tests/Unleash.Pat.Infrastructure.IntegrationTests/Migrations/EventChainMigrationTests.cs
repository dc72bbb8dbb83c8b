using Dapper;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>docs/event-log.md, "Upgrade": events of the release before are sealed too, and its nodes may go on for a day.</summary>
public abstract class EventChainMigrationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Insert = """
        INSERT INTO events (type, created_by, created_at, data) VALUES (@Type, @By, @At, @Data)
        """;

    protected override bool Migrated => false;

    [Fact]
    public async Task They_are_sealed_when_they_are_completed()
    {
        await Get<IMigrationTarget>().MigrateThroughAsync("0009", Cancel);
        await InsertOldAsync();
        await InsertOldAsync();
        var node = Fixture.Node();
        await Fixture.MigrateAsync(node);
        await SetMigratedAtAsync();
        await node.SettleAsync(Time, Cancel);

        (await node.RunAsync<SealEvents>(Cancel)).ShouldBe(0, "A seal would cover what is not completed yet.");
        await node.RunAsync<FillEventSubjects>(Cancel);
        (await node.RunAsync<SealEvents>(Cancel)).ShouldBe(2);
        await InsertOldAsync();
        await NewUserAsync(node);
        (await node.VerifyAsync(Cancel)).ShouldBeWhole();

        await node.SettleAsync(Time, Cancel);
        (await node.RunAsync<SealEvents>(Cancel)).ShouldBe(2);
        Time.Advance(TimeSpan.FromDays(1));
        await node.RunAsync<SealEvents>(Cancel);
        await InsertOldAsync();

        var report = await node.VerifyAsync(Cancel);
        report.Sentences.ShouldHaveSingleItem().ShouldContain("was not recorded by the service: it has no stamp.");
        (report.Checked, report.NotSealed).ShouldBe((4, 1));
    }

    private Task<int> InsertOldAsync()
    {
        var parameters = new DynamicParameters(new { Type = EventType.PatCreated, By = "somebody", Data = """{"id":42}""" });
        parameters.Add("At", Now);
        return ExecuteAsync(Insert, parameters);
    }

    private Task<int> SetMigratedAtAsync()
    {
        var parameters = new DynamicParameters();
        parameters.Add("At", Now);
        return ExecuteAsync("UPDATE event_chain SET migrated_at = @At", parameters);
    }

    private Task<int> ExecuteAsync(string statement, DynamicParameters parameters) =>
        Get<Database>().WriteAsync(transaction => transaction.ExecuteAsync(statement, parameters, Cancel), Cancel);
}
