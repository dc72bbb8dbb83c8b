using System.Globalization;
using System.Text;
using Dapper;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>Rows that a statement takes as a table of parameters, in a form that both engines understand.</summary>
/// <param name="columns">Each column's name, and its value as a parameter of the exact type.</param>
internal sealed class RowSet<T>(params IReadOnlyList<(string Name, Func<T, object> Value)> columns)
{
    /// <summary>The most rows.</summary>
    public const int MaxSize = 500;

    // Few sizes have few plans. The largest is the most terms of SQLite, and below SQL Server's 2,100 parameters.
    private static readonly int[] Sizes = [1, 10, 50, ILastUsedStore.MaxBatchSize, MaxSize];

    /// <summary>The rows as a query, to stand in brackets after FROM. Missing rows repeat the last one, which changes nothing.</summary>
    /// <remarks>There is at least one row, and they are in the order in which they are to be locked.</remarks>
    public (string Query, DynamicParameters Parameters) Of(IReadOnlyList<T> rows)
    {
        var (query, parameters) = (new StringBuilder(), new DynamicParameters());
        foreach (var index in Enumerable.Range(0, Sizes.First(size => size >= rows.Count)))
        {
            query.Append(index == 0 ? "SELECT " : " UNION ALL SELECT ");
            query.AppendJoin(", ", columns.Select(column => Add(parameters, column, index, rows[Math.Min(index, rows.Count - 1)])));
        }

        return (query.ToString(), parameters);
    }

    private static string Add(DynamicParameters parameters, (string Name, Func<T, object> Value) column, int index, T row)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{column.Name}_{index}");
        parameters.Add(name, column.Value(row));
        return $"@{name} AS {column.Name}";
    }
}
