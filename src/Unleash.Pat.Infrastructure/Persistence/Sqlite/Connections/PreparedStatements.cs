using System.Data;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>The statements of one text, prepared, each with the names of its parameters by their numbers.</summary>
/// <remarks>
/// The driver looks for every parameter of a text in each of its statements, by name: those that create a token have 22
/// parameters, and a batch of last uses 600 (docs/decisions/0035-writers-are-committed-together.md).
/// </remarks>
internal sealed class PreparedStatements : IDisposable
{
    private readonly sqlite3 _database;
    private readonly List<(sqlite3_stmt Statement, string[] Names, string? Kept)> _statements = [];

    public PreparedStatements(sqlite3 database, string text)
    {
        _database = database;
        try
        {
            Prepare(Encoding.UTF8.GetBytes(text));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Runs the statements one after another.</summary>
    /// <param name="parameters">
    /// A number that a statement selects as <c>@Name</c> becomes a parameter of those after it, which do not run where it selects none.
    /// </param>
    /// <returns>The number in the first row that another one selects; <see langword="null"/> where none does.</returns>
    /// <exception cref="SqliteException">A statement failed. Those after it have not run.</exception>
    public long? Run(DynamicParameters parameters)
    {
        long? selected = null;
        foreach (var (statement, names, kept) in _statements)
        {
            Bind(statement, names, parameters);
            var number = Step(statement);
            if (kept is null)
            {
                selected ??= number;
            }
            else if (number is null)
            {
                return null;
            }
            else
            {
                parameters.Add(kept, number, DbType.Int64);
            }
        }

        return selected;
    }

    /// <summary>Runs the statement, where there is one, and reads all its rows.</summary>
    /// <param name="read">Reads one row, which it must not keep.</param>
    /// <exception cref="SqliteException">The statement failed.</exception>
    public List<T> Query<T>(DynamicParameters parameters, Func<IRow, T> read)
    {
        var (statement, names, _) = _statements.Single();
        Bind(statement, names, parameters);
        var row = new StatementRow(statement);
        var rows = new List<T>();
        try
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                rows.Add(read(row));
            }
        }
        catch
        {
            // A statement that is left at a row would keep the state that it reads.
            raw.sqlite3_reset(statement);
            throw;
        }

        Require(raw.sqlite3_reset(statement));
        return rows;
    }

    public void Dispose()
    {
        foreach (var (statement, _, _) in _statements)
        {
            statement.Dispose();
        }
    }

    private void Bind(sqlite3_stmt statement, string[] names, DynamicParameters parameters)
    {
        for (var index = 0; index < names.Length; index++)
        {
            Require(Bind(statement, index + 1, parameters.Get<object?>(names[index])));
        }
    }

    private static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        DbString { Value: null } => raw.sqlite3_bind_null(statement, index),
        DbString { Value: { } text, Length: var length } =>
            raw.sqlite3_bind_text(statement, index, text.Length > length && length >= 0 ? text[..length] : text),
        BinaryParameter bytes => raw.sqlite3_bind_blob(statement, index, bytes.Value),
        DateTimeOffset instant => raw.sqlite3_bind_int64(statement, index, UtcMillisecondsTypeHandler.ToMilliseconds(instant)),
        long or int or bool => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A parameter is a {value.GetType()}."),
    };

    private void Prepare(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            Require(raw.sqlite3_prepare_v2(_database, text, out var statement, out text));

            // What follows the last statement is none.
            if (!statement.IsInvalid)
            {
                _statements.Add((statement, NamesOf(statement), KeptBy(statement)));
            }
        }
    }

    private static string[] NamesOf(sqlite3_stmt statement)
    {
        var names = new string[raw.sqlite3_bind_parameter_count(statement)];
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = raw.sqlite3_bind_parameter_name(statement, index + 1).utf8_to_string()[1..];
        }

        return names;
    }

    private static string? KeptBy(sqlite3_stmt statement) =>
        raw.sqlite3_column_count(statement) == 1 && raw.sqlite3_column_name(statement, 0).utf8_to_string() is ['@', .. var name]
            ? name
            : null;

    private long? Step(sqlite3_stmt statement)
    {
        long? selected = null;
        while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
        {
            if (selected is null && raw.sqlite3_column_type(statement, 0) != raw.SQLITE_NULL)
            {
                selected = raw.sqlite3_column_int64(statement, 0);
            }
        }

        // It returns the error of the step, if any.
        Require(raw.sqlite3_reset(statement));
        return selected;
    }

    private void Require(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
