using Microsoft.SqlServer.TransactSql.ScriptDom;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.Persistence.Migrations;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>
/// A migration that is called additive must leave what the version before it reads and writes as it is: that version goes on
/// serving beside it. SchemaDriftTests compare it with its twin for SQLite.
/// </summary>
public sealed class AdditiveMigrationTests
{
    public static TheoryData<string> Additive =>
        [.. SqlServerStatements.Migrations.Keys.Where(MigrationSet.OnlyAdds).DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Additive))]
    public void It_only_adds(string migration)
    {
        if (migration.Length > 0)
        {
            Faults(SqlServerStatements.Migrations[migration]).ShouldBeEmpty(migration);
        }
    }

    [Theory]
    [InlineData("DROP TABLE users;")]
    [InlineData("ALTER TABLE users DROP COLUMN name;")]
    [InlineData("ALTER TABLE users ALTER COLUMN name nvarchar(10) NOT NULL;")]
    [InlineData("ALTER TABLE users ADD nick nvarchar(10) NOT NULL;")]
    [InlineData("ALTER TABLE users ADD CONSTRAINT uq_users_name UNIQUE (name);")]
    [InlineData("CREATE UNIQUE INDEX uq_users_name ON users (name);")]
    [InlineData("UPDATE users SET name = N'';")]
    [InlineData("DELETE FROM users;")]
    [InlineData("INSERT INTO users (name) VALUES (N'x');")]
    [InlineData("EXEC sp_rename 'users.name', 'title';")]
    public void What_changes_more_is_found(string statement) => Faults(statement).ShouldNotBeEmpty();

    [Theory]
    [InlineData("CREATE TABLE a (id bigint NOT NULL); CREATE UNIQUE INDEX uq_a ON a (id); INSERT INTO a (id) VALUES (1);")]
    [InlineData("ALTER TABLE users ADD nick nvarchar(10) NULL;")]
    [InlineData("ALTER TABLE users ADD nick bit NOT NULL CONSTRAINT df_users_nick DEFAULT 0;")]
    [InlineData("CREATE INDEX ix_users_nick ON users (nick);")]
    [InlineData("INSERT INTO leases (name) VALUES (N'x');")]
    public void What_adds_is_allowed(string statements) => Faults(statements).ShouldBeEmpty();

    [Theory]
    [InlineData("Unleash.Pat.Infrastructure.Persistence.Migrations.Sqlite.0001_Initial.sql", "0001_Initial")]
    [InlineData("9999_Later.Additive.sql", "9999_Later")]
    [InlineData("other", "other")]
    public void A_migration_is_named_as_in_the_documents(string name, string shortName) => MigrationSet.ShortName(name).ShouldBe(shortName);

    private static List<string> Faults(string script)
    {
        // Rows of leases and backfills are found by a name that only the version that has added it asks for.
        var own = new HashSet<string>(StringComparer.Ordinal) { "leases", "backfills" };
        var faults = new List<string>();
        foreach (var statement in TSql.Statements(script))
        {
            if (statement is CreateTableStatement create)
            {
                own.Add(NameOf(create.SchemaObjectName));
            }
            else if (!Adds(statement, own))
            {
                faults.Add($"line {statement.StartLine}: {statement.GetType().Name}");
            }
        }

        return faults;
    }

    private static bool Adds(TSqlStatement statement, HashSet<string> own) => statement switch
    {
        AlterTableAddTableElementStatement alter when !own.Contains(NameOf(alter.SchemaObjectName)) =>
            alter.Definition.TableConstraints.Count == 0 && alter.Definition.ColumnDefinitions.All(MayBeLeftOut),
        CreateIndexStatement index => !index.Unique || own.Contains(NameOf(index.OnName)),
        InsertStatement { InsertSpecification.Target: NamedTableReference table } => own.Contains(NameOf(table.SchemaObject)),
        UpdateStatement { UpdateSpecification.Target: NamedTableReference table } => own.Contains(NameOf(table.SchemaObject)),
        AlterTableAddTableElementStatement => true,
        _ => false,
    };

    private static bool MayBeLeftOut(ColumnDefinition column) =>
        column.DefaultConstraint is not null || column.Constraints.OfType<NullableConstraintDefinition>().Any(nullability => nullability.Nullable);

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;
}
