using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The rights that docs/sql-server.md gives a login which may not change the schema.</summary>
public sealed partial class GrantTests
{
    private static readonly string Migrations = Path.Combine(
        RepositoryFolder.Root, "src", "Unleash.Pat.Infrastructure", "Persistence", "Migrations", "SqlServer");

    [Fact]
    public void Every_table_of_the_migrations_has_one()
    {
        var tables = Directory.EnumerateFiles(Migrations, "*.sql")
            .SelectMany(file => Names(CreateTable(), File.ReadAllText(file)))
            .ToList();
        tables.ShouldContain("password_links");

        var granted = Names(Grant(), File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "sql-server.md"))).ToHashSet();

        tables.Where(table => !granted.Contains(table)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^CREATE TABLE (\w+)", RegexOptions.Multiline)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"^GRANT SELECT\b.* ON dbo\.(\w+) TO", RegexOptions.Multiline)]
    private static partial Regex Grant();
}
