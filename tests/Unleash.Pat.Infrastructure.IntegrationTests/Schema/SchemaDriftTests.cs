using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Schema;

/// <summary>Both engines have one schema, and their migrations go in pairs.</summary>
[OneEngineOnly("It compares both engines by their migrations; SQLite is the one that always runs.")]
public sealed class SchemaDriftTests(DatabaseFixture<SqliteEngine> fixture) : IClassFixture<DatabaseFixture<SqliteEngine>>
{
    // SQLite has a full-text index of the same keys.
    private static readonly string[] OfSqlServerAlone =
    [
        SchemaFacts.Index("users", "ix_users_search", ["account_type", "id"]),
        SchemaFacts.Index("events", "ix_events_type", ["type", "id"]),
        SchemaFacts.Index("events", "ix_events_user", ["created_by_user_id", "id"]),
        SchemaFacts.Index("events", "ix_events_user_type", ["created_by_user_id", "type", "id"]),
        SchemaFacts.Index("events", "ix_events_subject", ["subject_user_id", "id"], isPartial: true),
        SchemaFacts.Index("events", "ix_events_token", ["token_id", "id"], isPartial: true),
        "pat_secrets has the primary key (selector)",
        "pat_secrets has the unique key (token_id, number)",
    ];

    // It adds events and secrets to its indexes later, and knows by a column which they have.
    private static readonly string[] OfSqliteAlone =
    [
        "events.unindexed is INTEGER, may be empty",
        SchemaFacts.Index("events", "ix_events_unindexed", ["id"], isPartial: true),
        SchemaFacts.Index("events", "ix_events_type", ["type", "id", "unindexed"], isPartial: true),
        SchemaFacts.Index("events", "ix_events_user", ["created_by_user_id", "id", "unindexed"], isPartial: true),
        SchemaFacts.Index("events", "ix_events_user_type", ["created_by_user_id", "type", "id", "unindexed"], isPartial: true),
        SchemaFacts.Index("events", "ix_events_subject", ["subject_user_id", "id", "unindexed"], isPartial: true),
        SchemaFacts.Index("events", "ix_events_token", ["token_id", "id", "unindexed"], isPartial: true),
        "pat_secrets.unindexed is INTEGER, may be empty",
        "pat_secrets has the primary key (token_id, number)",
        SchemaFacts.Index("pat_secrets", "uq_pat_secrets_selector", ["selector"], isPartial: true, isUnique: true),
        SchemaFacts.Index("pat_secrets", "uq_pat_secrets_unindexed", ["selector"], isPartial: true, isUnique: true),
    ];

    // It writes a table of SQLite again, and is nothing on SQL Server.
    private const string AdditiveOnSqlServerAlone = "0017_SecretIndexes.Additive.sql";

    [Fact]
    public void Migrations_go_in_pairs() => Names(DatabaseProvider.SqlServer).ShouldBe(Names(DatabaseProvider.Sqlite));

    [Fact]
    public async Task Both_engines_have_the_same_tables_columns_and_constraints()
    {
        var services = await fixture.GetAsync(migrate: true);

        var sqlite = await services.GetRequiredService<Database>().ReadAsync(
            SqliteSchema.ReadAsync, TestContext.Current.CancellationToken);

        sqlite.Count.ShouldBeGreaterThan(50);
        SqlServerSchema.Migrated.Facts.Except(sqlite).ShouldBe(OfSqlServerAlone, ignoreOrder: true, "SQL Server alone has these.");
        sqlite.Except(SqlServerSchema.Migrated.Facts).ShouldBe(OfSqliteAlone, ignoreOrder: true, "SQLite alone has these.");
    }

    /// <summary>Later migrations add to tables, and a model that overlooked it would see no drift.</summary>
    [Fact]
    public void Additions_of_later_migrations_are_seen()
    {
        var schema = SqlServerSchema.Migrate(
        [
            "CREATE TABLE a (id bigint IDENTITY(1, 1) NOT NULL, CONSTRAINT pk_a PRIMARY KEY (id));",
            """
            ALTER TABLE a ADD b nvarchar(10) NULL, c int NOT NULL CONSTRAINT uq_a_c UNIQUE;
            ALTER TABLE a ADD CONSTRAINT ck_a_c CHECK (c > 0), CONSTRAINT fk_a_c FOREIGN KEY (c) REFERENCES a (id);
            CREATE UNIQUE INDEX ux_a_b ON a (b, c);
            CREATE INDEX ix_a_c ON a (c);
            """,
            "ALTER TABLE a ADD CONSTRAINT uq_a_b UNIQUE (b);",
            "ALTER TABLE a DROP CONSTRAINT uq_a_b;",
        ]);

        schema.Facts.ShouldBe(
            [
                "a.id is INTEGER, must not be empty, rises",
                "a.b is TEXT, may be empty",
                "a.c is INTEGER, must not be empty",
                "a has the primary key (id)",
                "a has the unique key (c)",
                "a has the unique key (b, c)",
                "a has the index ix_a_c (c)",
                "a is checked by ck_a_c",
                "a (c) belongs to a (id)",
            ],
            ignoreOrder: true);
    }

    private static IEnumerable<string> Names(DatabaseProvider provider) => typeof(DatabaseOptions).Assembly
        .GetManifestResourceNames()
        .Where(name => DatabaseInitializer.IsOf(provider, name))
        .Select(name => name[name.IndexOf($".{provider}.", StringComparison.Ordinal)..].Replace($".{provider}.", "", StringComparison.Ordinal).Replace(AdditiveOnSqlServerAlone, "0017_SecretIndexes.sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
