using Microsoft.Data.Sqlite;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>The database is of another version.</summary>
[OneEngineOnly("It writes into the journal of migrations, whose table has another form on SQL Server; the check reads both alike.")]
public sealed class ReadinessTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    [Fact]
    public async Task A_database_of_another_version_is_not_ready_though_the_service_is_healthy()
    {
        await ExecuteAsync("INSERT INTO SchemaAdditions (ScriptName, Applied) VALUES ('9999_Newer.Additive.sql', '2099-01-01')");
        (await Service.Anonymous.GetAsync("/ready")).Status.ShouldBe(200);

        await ExecuteAsync("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_Newer.sql', '2099-01-01')");
        var answer = await Service.Anonymous.GetAsync("/ready");
        answer.ShouldBeError(503, "ServiceUnavailableError");
        answer.Header("retry-after").ShouldNotBeNull();
        answer.Body.ShouldNotContain("9999");
        (await Service.Anonymous.GetAsync("/health")).Status.ShouldBe(200);

        await ExecuteAsync("DELETE FROM SchemaVersions WHERE ScriptName = '9999_Newer.sql'");
        (await Service.Anonymous.GetAsync("/ready")).Status.ShouldBe(200);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Engine.FilePath};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
    }
}
