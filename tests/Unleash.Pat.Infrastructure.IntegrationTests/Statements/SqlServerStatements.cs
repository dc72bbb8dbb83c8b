using System.Reflection;
using System.Text.RegularExpressions;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.SqlServer;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>Everything that the service says to a SQL Server, found rather than listed, so that nothing new is missed.</summary>
internal static partial class SqlServerStatements
{
    private static readonly Assembly Infrastructure = typeof(DatabaseOptions).Assembly;
    private static readonly SqlServerDialect Dialect = new(new DatabaseOptions { ConnectionString = "Server=nowhere;Database=none" });

    /// <summary>The statements as the source has them, by where they stand.</summary>
    public static IReadOnlyDictionary<string, string> Written { get; } = Infrastructure.GetTypes()
        .Where(type => type.FullName!.StartsWith($"{typeof(DatabaseOptions).Namespace}.", StringComparison.Ordinal))
        .Where(type => !type.Name.Contains("Sqlite", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Text: (string)field.GetRawConstantValue()!))
        .Where(constant => Statement().IsMatch(constant.Text))
        .ToDictionary(constant => constant.Name, constant => constant.Text);

    /// <summary>What the dialect makes of them.</summary>
    public static IReadOnlyDictionary<string, string> Derived { get; } = Written
        .SelectMany(statement => Derive(statement.Value).Select(derived => (Name: $"{statement.Key}, {derived.As}", derived.Text)))
        .ToDictionary(derived => derived.Name, derived => derived.Text);

    /// <summary>The migrations, in the order in which they run.</summary>
    public static IReadOnlyDictionary<string, string> Migrations { get; } = new SortedDictionary<string, string>(
        Infrastructure.GetManifestResourceNames()
            .Where(name => DatabaseInitializer.IsOf(DatabaseProvider.SqlServer, name))
            .ToDictionary(name => name, Read),
        StringComparer.Ordinal);

    private static IEnumerable<(string As, string Text)> Derive(string text)
    {
        if (text.StartsWith("INSERT", StringComparison.Ordinal))
        {
            yield return ("as a batch", $"{Dialect.WrapInTransaction(text)} SELECT @@ROWCOUNT;");
            if (!text.Contains(';', StringComparison.Ordinal))
            {
                yield return ("returning its id", Dialect.ReturningId(text));
            }
        }
        else if (Ordered().IsMatch(text))
        {
            yield return ("paged", Dialect.Page(text));
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Infrastructure.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|DECLARE|SET|EXEC|BEGIN|IF|CREATE|ALTER|DROP|TRUNCATE)\s")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^\s*SELECT\s.*\sORDER BY [a-z_.]+( DESC)?\s*$", RegexOptions.Singleline)]
    private static partial Regex Ordered();
}
