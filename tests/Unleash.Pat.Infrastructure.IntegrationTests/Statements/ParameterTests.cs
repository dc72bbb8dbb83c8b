using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>
/// Each parameter has its column's exact type and length, so that a statement has one plan and no conversion
/// hides an index.
/// </summary>
public sealed partial class ParameterTests
{
    /// <summary>What meets no column, or only within an expression.</summary>
    private static readonly Dictionary<string, string> Free = new()
    {
        ["Limit"] = "int",
        ["Offset"] = "int",
        ["Accounts"] = "int",
        ["MaxPerUser"] = "int",
        ["EventData"] = "nvarchar(max)",
        ["Part"] = "nvarchar(1000)",
        ["Unnamed"] = "nvarchar(1000)",
        ["MaxLifetime"] = "bigint",
        ["Entries"] = "int",
        ["MostKept"] = "int",

        // Rows of a statement that changes many, by the column that each of their columns stands for.
        ["id_0"] = "bigint",
        ["seen_at_0"] = "datetime2(3)",
        ["used_at_0"] = "datetime2(3)",
        ["expires_at_0"] = "datetime2(3)",
        ["last_used_from_0"] = "nvarchar(64)",
        ["fingerprint_0"] = "binary(32)",
        ["scope_0"] = "nvarchar(64)",
        ["event_id_0"] = "bigint",
        ["hash_0"] = "binary(32)",
        ["Token_0"] = "nvarchar(100)",
        ["Account_0"] = "nvarchar(100)",
    };

    [Fact]
    public async Task Every_parameter_has_the_type_of_the_column_that_it_meets()
    {
        var commands = await EveryStatement.RecordAsync();

        commands.SelectMany(Mismatches).Distinct().ShouldBeEmpty();
    }

    /// <summary>A statement that is not called here would have parameters that are not checked.</summary>
    [Fact]
    public async Task Every_statement_of_the_repositories_was_looked_at()
    {
        var sent = (await EveryStatement.RecordAsync()).Select(command => command.Text).ToList();

        SqlServerStatements.Written
            .Where(statement => !statement.Key.StartsWith("SqlServer", StringComparison.Ordinal))
            .Where(statement => !sent.Exists(text => text.Contains(statement.Value, StringComparison.Ordinal)))
            .Where(statement => statement.Value.Contains("FROM", StringComparison.Ordinal)
                || !statement.Value.StartsWith("SELECT", StringComparison.Ordinal))
            .Select(statement => statement.Key)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_statement_that_was_sent_is_T_SQL()
    {
        foreach (var command in await EveryStatement.RecordAsync())
        {
            var rules = new StatementRules();
            TSql.Parse(command.Text).Accept(rules);
            rules.Broken.ShouldBeEmpty(command.Text);
        }
    }

    private static IEnumerable<string> Mismatches(RecordedCommand command)
    {
        var uses = TSql.Statements(command.Text).SelectMany(ParameterUses.Of)
            .ToLookup(use => use.Parameter, use => (Where: $"{use.Column.Table}.{use.Column.Name}", use.Column.Type));
        foreach (var parameter in command.Parameters)
        {
            var actual = TypeOf(parameter);
            var wanted = uses.Contains(parameter.ParameterName)
                ? uses[parameter.ParameterName]
                : [("", Free.GetValueOrDefault(OfRow().Replace(parameter.ParameterName, "_0"), "a column to meet"))];
            foreach (var (where, type) in wanted.Where(use => use.Type != actual))
            {
                yield return $"@{parameter.ParameterName} is {actual}, {where} wants {type}: {command.Text}";
            }
        }
    }

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.BigInt => "bigint",
        SqlDbType.Int => "int",
        SqlDbType.DateTime2 => Sized("datetime2", parameter.Scale),
        SqlDbType.NVarChar when parameter.Size is -1 or > 4000 => "nvarchar(max)",
        var type => Sized(type.ToString().ToLowerInvariant(), parameter.Size),
    };

    private static string Sized(string type, int size) => string.Create(CultureInfo.InvariantCulture, $"{type}({size})");

    // The rows of a table of parameters are all of one type.
    [GeneratedRegex(@"_\d+$")]
    private static partial Regex OfRow();
}
