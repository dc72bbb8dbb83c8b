using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>A command whose parameters are those of SQL Server's provider, and which is kept instead of run.</summary>
internal sealed class RecordingCommand(Action<RecordedCommand> record, Func<DataTable> rows, Action refuseToBlock) : DbCommand
{
    private readonly SqlCommand _real = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => _real.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        refuseToBlock();
        return Run();
    }

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => Task.FromResult(Run());

    public override object? ExecuteScalar()
    {
        refuseToBlock();
        return Ask();
    }

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => Task.FromResult(Ask());

    protected override DbParameter CreateDbParameter() => _real.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        refuseToBlock();
        return Read();
    }

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        Task.FromResult<DbDataReader>(Read());

    protected override void Dispose(bool disposing)
    {
        _real.Dispose();
        base.Dispose(disposing);
    }

    private int Run()
    {
        Record();
        return 1;
    }

    private object? Ask()
    {
        Record();
        using var table = rows();
        return table.Rows.Count == 0 ? null : table.Rows[0][0];
    }

    private DataTableReader Read()
    {
        Record();
        return new DataTableReader([rows(), rows()]);
    }

    private void Record() => record(new RecordedCommand(
        CommandText, [.. _real.Parameters.Cast<ICloneable>().Select(parameter => (SqlParameter)parameter.Clone())]));
}
