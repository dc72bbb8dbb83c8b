using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Schema;

/// <summary>One wording for both engines, so that two schemas are two sets of sentences.</summary>
internal static class SchemaFacts
{
    public static string Column(string table, string name, string family, bool isNullable, bool isIdentity) =>
        $"{table}.{name} is {family}, {(isNullable ? "may" : "must not")} be empty{(isIdentity ? ", rises" : "")}";

    public static string Key(string table, bool isPrimary, IEnumerable<string> columns) =>
        $"{table} has the {(isPrimary ? "primary" : "unique")} key ({string.Join(", ", columns)})";

    public static string Index(string table, string name, IEnumerable<string> columns, bool isPartial = false, bool isUnique = false) =>
        $"{table} has the {(isUnique ? "unique " : "")}index {name} ({string.Join(", ", columns)}){(isPartial ? " of some rows" : "")}";

    public static string ForeignKey(
        string table, IEnumerable<string> columns, string target, IEnumerable<string> targetColumns, bool cascades) =>
        $"{table} ({string.Join(", ", columns)}) belongs to {target} ({string.Join(", ", targetColumns)})"
        + (cascades ? " and goes with it" : "");

    public static string Check(string table, string name) => $"{table} is checked by {name}";

    /// <summary>What SQLite keeps a type of SQL Server in.</summary>
    public static string Family(string type) => type.Split('(')[0] switch
    {
        "bigint" or "int" or "datetime2" => "INTEGER",
        "nvarchar" or "char" => "TEXT",
        "binary" or "varbinary" => "BLOB",
        _ => throw new NotSupportedException($"The model does not know the type {type} yet."),
    };

    /// <summary>The type as the migration has it.</summary>
    public static string Text(DataTypeReference type)
    {
        var parameterized = type.ShouldBeOfType<SqlDataTypeReference>();
        var name = string.Join('.', parameterized.Name.Identifiers.Select(identifier => identifier.Value));
        var sizes = parameterized.Parameters.Select(parameter => parameter.Value.ToLowerInvariant()).ToList();
        return sizes.Count == 0 ? name : $"{name}({string.Join(", ", sizes)})";
    }
}
