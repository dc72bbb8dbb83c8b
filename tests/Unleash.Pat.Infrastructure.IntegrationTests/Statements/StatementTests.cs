using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>Every statement and migration is T-SQL, and says nothing that another engine or a plan would suffer from.</summary>
public sealed class StatementTests
{
    public static TheoryData<string, string> Everything { get; } = [.. SqlServerStatements.Written
        .Concat(SqlServerStatements.Derived)
        .Concat(SqlServerStatements.Migrations)
        .Select(statement => new TheoryDataRow<string, string>(statement.Key, statement.Value))];

    [Theory]
    [MemberData(nameof(Everything), DisableDiscoveryEnumeration = true)]
    public void It_parses_and_keeps_the_rules(string name, string text)
    {
        var visitor = new StatementRules();

        TSql.Parse(text).Accept(visitor);

        visitor.Broken.ShouldBeEmpty($"{name}\n{text}");
    }

    [Fact]
    public void The_script_of_the_compose_file_parses() =>
        TSql.Statements(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "build", "compose", "database.sql"))).Count.ShouldBe(6);

    /// <summary>A search that finds nothing would pass every other test.</summary>
    [Fact]
    public void They_were_found()
    {
        SqlServerStatements.Written.Count.ShouldBeGreaterThan(45);
        SqlServerStatements.Written.Keys.ShouldContain("PatRepository.SelectAll");
        SqlServerStatements.Written.Keys.ShouldContain("RevocationSql.Insert");
        SqlServerStatements.Written.Keys.ShouldContain("SqlServerMigrationTarget.TakeLock");
        SqlServerStatements.Written.Keys.ShouldContain("SqlServerReads.ReadByVersions");
        SqlServerStatements.Derived.Keys.ShouldContain("NewAccountSql.Insert, as a batch");
        SqlServerStatements.Derived.Keys.ShouldContain("NewAccountSql.Insert, returning its id");
        SqlServerStatements.Derived.Keys.ShouldContain("UserNameBackfill.SelectUnfolded, paged");
        SqlServerStatements.Migrations.Count.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("SELECT id FROM users WITH (HOLDLOCK)", "a table hint")]
    [InlineData("SELECT id FROM users OPTION (RECOMPILE)", "a query hint")]
    [InlineData("MERGE users AS u USING (SELECT 1 AS id) AS s ON u.id = s.id WHEN MATCHED THEN DELETE;", "MERGE")]
    [InlineData("SELECT id FROM users WHERE name = 'x' + @Name", "texts put together with +")]
    [InlineData("SELECT * FROM users", "SELECT *")]
    [InlineData("SELECT id FROM users WHERE name = 'x'", "a text instead of a parameter")]
    [InlineData("UPDATE users SET name = @Name", "UPDATE without WHERE")]
    [InlineData("DELETE FROM users", "DELETE without WHERE")]
    [InlineData("SELECT id FROM dbo.users", "a qualified name")]
    [InlineData("SELECT COUNT(*) FROM users", "COUNT, which ends at 2,147,483,647")]
    [InlineData("SELECT id FROM users WHERE (SELECT COUNT(id) FROM sessions) < @Most", "COUNT, which ends at 2,147,483,647")]
    [InlineData("EXEC (@Text)", "a statement made at run time")]
    [InlineData("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", "an isolation level")]
    public void A_broken_rule_is_seen(string text, string rule)
    {
        var visitor = new StatementRules();

        TSql.Parse(text).Accept(visitor);

        visitor.Broken.ShouldContain(rule);
    }
}
