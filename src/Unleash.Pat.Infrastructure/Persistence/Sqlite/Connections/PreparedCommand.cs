using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>A command whose statements stay prepared: the first text that it is given decides which of the session's it is.</summary>
internal sealed class PreparedCommand(SqliteSession session, DbConnection connection) : DbCommand
{
    private SqliteCommand? _command;

    [AllowNull]
    public override string CommandText
    {
        get => _command?.CommandText ?? "";
        set
        {
            if (_command is { Parameters.Count: > 0 })
            {
                throw new InvalidOperationException("The text was set after the parameters.");
            }

            Release();
            _command = session.Take(value ?? "");
        }
    }

    // Nothing waits: the transaction has begun when a command runs.
    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Command => _command ?? throw new InvalidOperationException("The command has no text.");

    public override void Cancel()
    {
        // The driver cannot.
    }

    public override void Prepare()
    {
        // The first execution does.
    }

    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Ready().ExecuteNonQuery());
    }

    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Ready().ExecuteScalar());
    }

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<DbDataReader>(Ready().ExecuteReader(behavior));
    }

    // Threat: the finalizer would give a command back on its own thread, while another works with the session.
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Release();
        }

        base.Dispose(disposing);
    }

    // Dapper gives names without their prefix. The driver would look for each of them under four names in each statement.
    private SqliteCommand Ready()
    {
        var parameters = Command.Parameters;
        for (var index = 0; index < parameters.Count; index++)
        {
            var parameter = parameters[index];
            parameter.ParameterName = session.Prefixed(parameter.ParameterName);
        }

        return Command;
    }

    private void Release()
    {
        if (_command is { } command)
        {
            _command = null;
            session.Return(command);
        }
    }
}
