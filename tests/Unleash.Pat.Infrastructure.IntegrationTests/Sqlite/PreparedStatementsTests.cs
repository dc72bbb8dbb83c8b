using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>The statements of a text that writes, with parameters that they share.</summary>
public sealed class PreparedStatementsTests : IDisposable
{
    private const string InsertNext = """
        SELECT MAX(id) + 1 AS "@Next" FROM things;
        INSERT INTO things (id, name) VALUES (@Next, @Name || @Next);
        SELECT MAX(id) FROM things;
        """;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public PreparedStatementsTests()
    {
        UtcMillisecondsTypeHandler.Register();
        _connection.Open();
        _connection.Execute("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT");
    }

    public void Dispose() => _connection.Dispose();

    public static TheoryData<string, object?, DbType?> Values => new()
    {
        { "a text", Sql.Text("Grüße 🙂", 20), null },
        { "an empty text", Sql.Text("", 20), null },
        { "a text that is too long", Sql.Text("123456", 5), null },
        { "a long text", Sql.LongText(new string('x', 70_000)), null },
        { "a text with a NUL", Sql.Text("a\0b", 20), null },
        { "no text", Sql.Text(null, 20), null },
        { "ASCII", Sql.Ascii("abc", 3), null },
        { "bytes", Sql.Bytes([0, 1, 255], 3), null },
        { "bytes of any length", Sql.VariableBytes([7], 30), null },
        { "no bytes", Sql.VariableBytes([], 30), null },
        { "an instant", new DateTimeOffset(2026, 11, 27, 12, 0, 0, 123, TimeSpan.FromHours(1)), null },
        { "a number", 42, DbType.Int32 },
        { "a large number", long.MaxValue, DbType.Int64 },
        { "yes", true, DbType.Boolean },
        { "nothing", null, DbType.Int64 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_stored_as_the_driver_stores_it(string what, object? value, DbType? type)
    {
        const string insert = "INSERT INTO stored (value) VALUES (@Value);";
        _connection.Execute("CREATE TABLE stored (value)");
        var parameters = With("Value", value, type);
        using var statements = Prepare(insert);

        statements.Run(parameters);
        _connection.Execute(insert, parameters);

        var stored = _connection.Query<string>("SELECT typeof(value) || ':' || hex(value) FROM stored").ToList();
        stored[0].ShouldBe(stored[1], what);
    }

    [Fact]
    public void All_statements_run_and_the_first_number_that_one_selects_is_returned()
    {
        using var statements = Prepare("""
            INSERT INTO things (id, name) VALUES (@Id, @Name);
            SELECT id FROM things WHERE name = @Name;
            UPDATE things SET name = @Other WHERE changes() = 1 AND id = @Id;

            SELECT id + 1 FROM things WHERE name = @Other;
            """);

        var number = statements.Run(Thing(7, "first", "second"));

        number.ShouldBe(7);
        _connection.QuerySingle<string>("SELECT name FROM things").ShouldBe("second");
    }

    [Fact]
    public void A_number_that_is_selected_as_a_parameter_is_one_for_the_statements_after_it()
    {
        _connection.Execute("INSERT INTO things (id, name) VALUES (1, 'first')");
        using var statements = Prepare(InsertNext);

        var ids = Enumerable.Range(0, 2).Select(_ => statements.Run(With("Name", Sql.Text("thing", 20), null))).ToList();

        ids.ShouldBe([2, 3]);
        _connection.Query<string>("SELECT name FROM things ORDER BY id").ShouldBe(["first", "thing2", "thing3"]);
    }

    [Fact]
    public void Where_no_number_is_selected_as_a_parameter_the_statements_after_it_do_not_run()
    {
        using var statements = Prepare(InsertNext);

        var number = statements.Run(With("Name", Sql.Text("thing", 20), null));

        number.ShouldBeNull();
        _connection.QuerySingle<long>("SELECT COUNT(*) FROM things").ShouldBe(0);
    }

    [Fact]
    public void Statements_that_select_nothing_return_nothing()
    {
        using var statements = Prepare("SELECT id FROM things WHERE id = @Id; SELECT NULL;");

        statements.Run(Thing(1, "none", "none")).ShouldBeNull();
    }

    [Fact]
    public void They_run_again_with_other_values_and_none_of_those_before_is_kept()
    {
        using var statements = Prepare("INSERT INTO things (id, name) VALUES (@Id, @Name); SELECT last_insert_rowid();");

        statements.Run(Thing(1, "one", "")).ShouldBe(1);
        statements.Run(Thing(2, "two", "")).ShouldBe(2);

        _connection.Query<string>("SELECT name FROM things ORDER BY id").ShouldBe(["one", "two"]);
    }

    [Fact]
    public void A_statement_that_fails_keeps_those_after_it_from_running_and_says_why()
    {
        using var statements = Prepare("INSERT INTO things (id, name) VALUES (@Id, @Name); UPDATE things SET name = @Other;");
        statements.Run(Thing(1, "same", "same"));

        var failure = Should.Throw<SqliteException>(() => statements.Run(Thing(2, "same", "changed")));

        (failure.SqliteErrorCode, failure.SqliteExtendedErrorCode).ShouldBe((19, 2067));
        failure.Message.ShouldContain("UNIQUE");
        _connection.QuerySingle<string>("SELECT name FROM things").ShouldBe("same");
    }

    [Fact]
    public void After_a_failure_they_run_again()
    {
        using var statements = Prepare("INSERT INTO things (id, name) VALUES (@Id, @Name);");
        statements.Run(Thing(1, "one", ""));
        Should.Throw<SqliteException>(() => statements.Run(Thing(1, "one", "")));

        statements.Run(Thing(2, "two", ""));

        _connection.QuerySingle<long>("SELECT COUNT(*) FROM things").ShouldBe(2);
    }

    [Fact]
    public void A_text_that_is_wrong_in_a_later_statement_runs_none()
    {
        Should.Throw<SqliteException>(() => Prepare("INSERT INTO things (id, name) VALUES (1, 'one'); SELEC 1;"))
            .Message.ShouldContain("SELEC");

        _connection.QuerySingle<long>("SELECT COUNT(*) FROM things").ShouldBe(0);
    }

    [Fact]
    public void A_parameter_without_a_value_is_refused()
    {
        using var statements = Prepare("INSERT INTO things (id, name) VALUES (@Id, @Nam);");

        Should.Throw<KeyNotFoundException>(() => statements.Run(Thing(1, "one", "")));
    }

    [Fact]
    public void A_kind_of_value_that_it_does_not_know_is_refused()
    {
        using var statements = Prepare("SELECT @Value;");

        Should.Throw<NotSupportedException>(() => statements.Run(With("Value", 1.5, null)));
    }

    [Fact]
    public void The_schema_may_change_between_two_runs()
    {
        using var statements = Prepare("INSERT INTO things (id, name) VALUES (@Id, @Name); SELECT COUNT(*) FROM things;");
        statements.Run(Thing(1, "one", ""));
        _connection.Execute("ALTER TABLE things ADD COLUMN more TEXT");

        statements.Run(Thing(2, "two", "")).ShouldBe(2);
    }

    [Fact]
    public void Rows_are_read_as_the_driver_reads_them()
    {
        const string select = "SELECT number, flag, text, instant FROM kinds WHERE number > @Number ORDER BY number";
        _connection.Execute("""
            CREATE TABLE kinds (number INTEGER NOT NULL, flag INTEGER NOT NULL, text TEXT NULL, instant INTEGER NULL) STRICT;
            INSERT INTO kinds VALUES (1, 1, 'left out', 0), (2, 1, 'Grüße 🙂', 1764244800123), (3, 0, '', 0), (9223372036854775807, 1, NULL, NULL);
            """);
        var above = With("Number", 1L, DbType.Int64);
        using var statements = Prepare(select);

        var rows = statements.Query(above, row => (row.Number(0), row.Flag(1), row.TextOrNull(2), row.InstantOrNull(3)));

        rows.ShouldBe(_connection.Query<(long, bool, string?, DateTimeOffset?)>(select, above));
        rows.Count.ShouldBe(3);
        statements.Query(With("Number", long.MaxValue, DbType.Int64), row => row.Number(0)).ShouldBeEmpty();
    }

    [Fact]
    public void A_column_that_must_have_a_value_and_has_none_is_reported()
    {
        using var statements = Prepare("SELECT NULL");
        var none = new DynamicParameters();

        Should.Throw<InvalidOperationException>(() => statements.Query(none, row => row.Number(0)));
        Should.Throw<InvalidOperationException>(() => statements.Query(none, row => row.Text(0)));
        Should.Throw<InvalidOperationException>(() => statements.Query(none, row => row.Instant(0)));
    }

    /// <summary>A statement that stays at a row keeps the state that it reads, and the log from being copied.</summary>
    [Fact]
    public void Where_a_row_cannot_be_read_the_statement_ends()
    {
        _connection.Execute("INSERT INTO things (id, name) VALUES (1, 'one'), (2, 'two')");
        using var statements = Prepare("SELECT id FROM things");

        Should.Throw<FormatException>(() => statements.Query<long>(new DynamicParameters(), _ => throw new FormatException()));

        _connection.Execute("DROP TABLE things");
    }

    [Fact]
    public void A_query_that_fails_says_why()
    {
        _connection.Execute("INSERT INTO things (id, name) VALUES (1, 'one')");
        using var statements = Prepare("SELECT json_extract(name, '$.a') FROM things");

        Should.Throw<SqliteException>(() => statements.Query(new DynamicParameters(), row => row.TextOrNull(0))).Message.ShouldContain("JSON");
    }

    private static DynamicParameters Thing(long id, string name, string other)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", id, DbType.Int64);
        parameters.Add("Name", Sql.Text(name, 20));
        parameters.Add("Other", Sql.Text(other, 20));
        return parameters;
    }

    private static DynamicParameters With(string name, object? value, DbType? type)
    {
        var parameters = new DynamicParameters();
        parameters.Add(name, value, type);
        return parameters;
    }

    private PreparedStatements Prepare(string text) => new(_connection.Handle!, text);
}
