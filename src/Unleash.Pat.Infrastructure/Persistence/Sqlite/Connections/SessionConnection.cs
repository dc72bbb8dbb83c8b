using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Connections;

/// <summary>The use of a session for one piece of work. Disposing of it ends the session's transaction.</summary>
internal sealed class SessionConnection(SqliteSession session, Action<SqliteSession> giveBack) : DbConnection
{
    private SqliteSession? _session = session;

    public SqliteSession Session => _session ?? throw new ObjectDisposedException(nameof(SessionConnection));

    // Dapper compares it with each statement; there is only one database.
    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "main";

    public override string DataSource => "";

    public override string ServerVersion => Session.Connection.ServerVersion;

    public override ConnectionState State => _session is null ? ConnectionState.Closed : ConnectionState.Open;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => throw new NotSupportedException();

    public override void Close()
    {
        if (_session is { } used)
        {
            _session = null;
            giveBack(used);
        }
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new PreparedCommand(Session, this);

    // Threat: as for a command, the finalizer's thread must not touch a session.
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }
}
