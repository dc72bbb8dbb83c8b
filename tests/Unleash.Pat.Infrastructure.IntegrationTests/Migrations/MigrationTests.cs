using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>First start, later starts, many starts at once, and databases of other versions.</summary>
public abstract class MigrationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Journal = "SchemaVersions";

    protected override bool Migrated => false;

    [Fact]
    public async Task A_database_is_migrated_once_however_many_nodes_start_at_once_and_again_without_effect()
    {
        var refused = await Should.ThrowAsync<StartupException>(() => Migrate(Fixture.Node(("Database:MigrateOnStart", "false"))));
        refused.Message.ShouldNotContain("Exception");

        var nodes = Enumerable.Range(0, 10).Select(_ => Fixture.Node()).ToList();
        var seeds = 0;
        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.GetRequiredService<IDatabaseInitializer>().InitializeAsync(
            _ =>
            {
                Interlocked.Increment(ref seeds);
                return Task.CompletedTask;
            },
            Cancel))));
        var applied = await JournalAsync();
        await Migrate(nodes[0]);

        seeds.ShouldBe(10);
        applied.ShouldBeUnique();
        applied.ShouldContain(name => name.EndsWith("0001_Initial.sql", StringComparison.Ordinal));
        (await JournalAsync()).ShouldBe(applied);

        await Migrate(Fixture.Node(("Database:MigrateOnStart", "false")));
        await TakesAnAdditionThatItDoesNotKnowAsync();
        await RefusesANewerDatabaseAsync(applied[^1]);
    }

    private async Task TakesAnAdditionThatItDoesNotKnowAsync()
    {
        await ExecuteAsync(
            "INSERT INTO SchemaAdditions (ScriptName, Applied) SELECT '9999_Later.Additive.sql', MIN(Applied) FROM SchemaAdditions");

        await Migrate(Fixture.Node());
        await Migrate(Fixture.Node(("Database:MigrateOnStart", "false")));
    }

    private async Task RefusesANewerDatabaseAsync(string newest)
    {
        var future = newest.Replace(".00", ".90", StringComparison.Ordinal);
        await ExecuteAsync($"UPDATE {Journal} SET ScriptName = '{future}' WHERE ScriptName = '{newest}'");

        var refused = await Should.ThrowAsync<StartupException>(() => Migrate(Fixture.Node()));

        refused.Message.ShouldContain("newer version");
        refused.Message.ShouldContain($"(it has {MigrationSet.ShortName(future)},");
    }

    private Task Migrate(IServiceProvider node) => Fixture.MigrateAsync(node);

    private Task<List<string>> JournalAsync() => Get<Database>().ReadAsync(
        async connection =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT ScriptName FROM {Journal} ORDER BY 1";
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            var names = new List<string>();
            while (await reader.ReadAsync(Cancel))
            {
                names.Add(reader.GetString(0));
            }

            return names;
        },
        Cancel);

    private Task<int> ExecuteAsync(string statement) => Get<Database>().WriteAsync(
        transaction => transaction.ExecuteAsync(statement, null, Cancel), Cancel);
}
