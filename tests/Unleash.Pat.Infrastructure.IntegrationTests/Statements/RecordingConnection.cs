using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>A connection to nothing, whose commands are kept.</summary>
internal sealed class RecordingConnection(Action<RecordedCommand> record, Func<DataTable> rows) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "";

    public override string DataSource => "";

    public override string ServerVersion => "";

    public override ConnectionState State => CurrentState;

    public ConnectionState CurrentState { get; init; } = ConnectionState.Open;

    /// <summary>Whether it fails a caller that would wait for the server on a thread, as SQL Server's driver has them wait.</summary>
    public bool RefusesToBlock { get; init; }

    public Action OnRun { get; init; } = () => { };

    public override void ChangeDatabase(string databaseName)
    {
    }

    public override void Close()
    {
    }

    public override void Open() => RefuseToBlock();

    public void RefuseToBlock()
    {
        if (RefusesToBlock)
        {
            throw new BlockingCallException();
        }
    }

    // The product begins and ends transactions by commands.
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new RecordingCommand(
        command =>
        {
            OnRun();
            record(command);
        },
        rows,
        RefuseToBlock)
    {
        Connection = this,
    };
}
