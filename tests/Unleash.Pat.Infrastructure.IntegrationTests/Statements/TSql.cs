using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>SQL Server's own grammar, without a server.</summary>
internal static class TSql
{
    /// <summary>Parses a text; fails the test where SQL Server would not.</summary>
    public static TSqlScript Parse(string text)
    {
        using var reader = new StringReader(text);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        errors.Select(error => $"line {error.Line}: {error.Message}").ShouldBeEmpty(text);
        return fragment.ShouldBeOfType<TSqlScript>();
    }

    /// <summary>The statements of a text, in order.</summary>
    public static IReadOnlyList<TSqlStatement> Statements(string text) =>
        [.. Parse(text).Batches.SelectMany(batch => batch.Statements)];
}
