using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Schema;

/// <summary>The schema of a migrated SQLite file, as SQLite itself tells it; its full-text index has no twin.</summary>
internal static partial class SqliteSchema
{
    public static async Task<IReadOnlySet<string>> ReadAsync(DbConnection connection)
    {
        var facts = new HashSet<string>();
        var tables = await connection.QueryAsync<(string Name, string Sql)>(
            """
            SELECT master.name, master.sql
            FROM sqlite_master AS master JOIN pragma_table_list AS list ON list.name = master.name
            WHERE list.type = 'table' AND master.name NOT LIKE 'sqlite_%' AND master.name NOT IN ('SchemaVersions', 'SchemaAdditions')
            """);
        foreach (var (table, sql) in tables)
        {
            facts.UnionWith(await ColumnsAsync(connection, table, sql));
            facts.UnionWith(await IndexesAsync(connection, table));
            facts.UnionWith(await ForeignKeysAsync(connection, table));
            facts.UnionWith(NamedCheck().Matches(sql).Select(match => SchemaFacts.Check(table, match.Groups[1].Value)));
        }

        return facts;
    }

    private static async Task<IEnumerable<string>> ColumnsAsync(DbConnection connection, string table, string sql)
    {
        var columns = (await connection.QueryAsync<(string Name, string Type, long NotNull, long Key)>(
            """SELECT name, type, "notnull", pk FROM pragma_table_info(@table)""", new { table })).ToList();
        var rises = sql.Contains("AUTOINCREMENT", StringComparison.Ordinal);
        var key = columns.Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name);
        return columns
            .Select(column => SchemaFacts.Column(
                table, column.Name, column.Type, column.NotNull == 0, rises && column.Key > 0))
            .Append(SchemaFacts.Key(table, isPrimary: true, key));
    }

    private static async Task<IEnumerable<string>> IndexesAsync(DbConnection connection, string table)
    {
        var facts = new List<string>();
        var indexes = await connection.QueryAsync<(string Name, long IsUnique, long IsPartial)>(
            """SELECT name, "unique", partial FROM pragma_index_list(@table) WHERE origin <> 'pk'""", new { table });
        foreach (var (name, isUnique, isPartial) in indexes)
        {
            var columns = await connection.QueryAsync<string>(
                "SELECT name FROM pragma_index_info(@name) ORDER BY seqno", new { name });
            facts.Add(isUnique == 1 && isPartial == 0
                ? SchemaFacts.Key(table, isPrimary: false, columns)
                : SchemaFacts.Index(table, name, columns, isPartial == 1, isUnique == 1));
        }

        return facts;
    }

    private static async Task<IEnumerable<string>> ForeignKeysAsync(DbConnection connection, string table)
    {
        var parts = await connection.QueryAsync<(long Id, string Target, string From, string To, string OnDelete)>(
            """SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(@table) ORDER BY id, seq""",
            new { table });
        return parts.GroupBy(part => part.Id).Select(key => SchemaFacts.ForeignKey(
            table,
            key.Select(part => part.From),
            key.First().Target,
            key.Select(part => part.To),
            key.First().OnDelete == "CASCADE"));
    }

    [GeneratedRegex(@"CONSTRAINT\s+(\w+)\s+CHECK\b")]
    private static partial Regex NamedCheck();
}
