using System.Data;
using System.Data.Common;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>An engine whose work fails as a test has it fail.</summary>
internal sealed class FailingDialect(string fault) : ISqlDialect
{
    public int Connections { get; private set; }

    public int Failures { get; private set; }

    public bool FailsToCommit { get; init; }

    public bool FailsToRun { get; init; }

    public bool WrapsInTransaction { get; init; }

    public bool IsRefusing { get; init; }

    public ConnectionState State { get; init; } = ConnectionState.Open;

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Connections++;
        return Task.FromResult<DbConnection>(new RecordingConnection(_ => { }, () => new DataTable())
        {
            CurrentState = State,
            OnRun = () => _ = FailsToRun ? throw new FailureException() : 0,
            OnCommit = () => _ = FailsToCommit ? throw new FailureException() : 0,
        });
    }

    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public TimeSpan StatementTimeout => TimeSpan.FromSeconds(10);

    public TimeSpan CommitDelay => TimeSpan.FromSeconds(30);

    public TransactionCommands? Transaction => null;

    public string RowsChanged => "";

    public string CountRows => "";

    public bool IsRefusal(Exception exception) => IsRefusing;

    public void Abandon(DbConnection connection)
    {
    }

    public ValueTask<IDisposable?> AcquireWriteLockAsync(CancellationToken cancellationToken) => new((IDisposable?)null);

    public DatabaseFault Classify(Exception exception) =>
        exception is FailureException ? Enum.Parse<DatabaseFault>(fault) : DatabaseFault.Unexpected;

    public void OnConnectionFailed(DbConnection connection, Exception exception) => Failures++;

    public string SelectUpdateability => "";

    public string? WrapInTransaction(string writes) => WrapsInTransaction ? writes : null;

    public string ReturningId(string insert) => insert;

    public string Contains(string column, string part) => part;

    public string Page(string query) => query;
}
