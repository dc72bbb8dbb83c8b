using System.Text.RegularExpressions;
using Unleash.Pat.Infrastructure.IntegrationTests.Schema;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>Statements for which SQL Server reads one index and nothing else.</summary>
public sealed partial class CoveringIndexTests
{
    [Theory]
    [InlineData("PatRepository.SelectAll", "uq_personal_access_tokens_slot")]
    public void An_index_has_every_column_that_the_statement_names(string statement, string index)
    {
        // The key of the table is in every index.
        var indexed = SqlServerSchema.Migrated.Indexed[index].Append("id");
        var known = SqlServerSchema.Migrated.Columns.Select(column => column.Name).ToHashSet();

        var named = Word().Matches(SqlServerStatements.Written[statement]).Select(match => match.Value).Where(known.Contains);

        named.Except(indexed).ShouldBeEmpty();
    }

    // Columns are in lower case with underscores; parameters and names of results are not.
    [GeneratedRegex(@"(?<![@\w])[a-z][a-z_]*(?!\w)")]
    private static partial Regex Word();
}
