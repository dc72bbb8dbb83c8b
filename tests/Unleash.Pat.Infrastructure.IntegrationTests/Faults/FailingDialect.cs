using System.Data;
using System.Data.Common;
using Dapper;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>An engine whose work fails as a test has it fail.</summary>
internal sealed class FailingDialect(string fault) : ISqlDialect
{
    private TaskCompletionSource _opening = Opened();

    public int Connections { get; private set; }

    public int Failures { get; private set; }

    public bool FailsToCommit { get; init; }

    public bool FailsToRun { get; init; }

    public bool FailsToOpen { get; set; }

    /// <summary>Whether the next reader would not find what is committed.</summary>
    public bool IsLost { get; init; }

    public int Commits { get; private set; }

    public Exception? WhyOnlyRevocations { get; set; }

    // However slow the machine, a group is whole.
    public TimeSpan MaxGroupDuration => TimeSpan.MaxValue;

    /// <summary>Whether the engine has one writer at a time.</summary>
    public bool WritesInGroups { get; init; }

    /// <summary>How the command begins that fails; none where it is absent.</summary>
    public string? FailsAt { get; set; }

    /// <summary>After how many that begin so it fails.</summary>
    public int FailsAfter { get; set; }

    public bool WrapsInTransaction { get; init; }

    public bool IsRefusing { get; init; }

    public ConnectionState State { get; init; } = ConnectionState.Open;

    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Connections++;
        return Task.FromResult<DbConnection>(new RecordingConnection(FailAtCommit, () => new DataTable())
        {
            CurrentState = State,
            OnRun = () => _ = FailsToRun ? throw new FailureException() : 0,
        });
    }

    public Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public TimeSpan StatementTimeout => TimeSpan.FromSeconds(10);

    public TimeSpan CommitDelay => TimeSpan.FromSeconds(30);

    public TransactionCommands? Transaction => WritesInGroups ? null : new("begin", "COMMIT", "rollback");

    public async Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken)
    {
        await _opening.Task.WaitAsync(cancellationToken);
        return FailsToOpen ? throw new FailureException() : await OpenAsync(cancellationToken);
    }

    /// <summary>Opens no connection for writing until <see cref="Open"/>.</summary>
    public void HoldOpening() => _opening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _opening.SetResult();

    public void EnsureKept()
    {
        if (IsLost)
        {
            throw new FailureException();
        }
    }

    public bool IndexesLater => false;

    public bool MergesInOrder => false;

    public string RowsChanged => "";

    public string CountRows => "";

    public bool IsRefusal(Exception exception) => IsRefusing;

    public void Abandon(DbConnection connection)
    {
    }

    public DatabaseFault Classify(Exception exception) =>
        exception is FailureException ? Enum.Parse<DatabaseFault>(fault) : DatabaseFault.Unexpected;

    public void OnConnectionFailed(DbConnection connection, Exception exception) => Failures++;

    public string SelectUpdateability => "";

    public string? WrapInTransaction(string writes) => WrapsInTransaction ? writes : null;

    public string JsonText(string column) => column;

    public string JsonNumber(string column, string property) => column;

    public string InstantText(string column) => column;

    public string Lock(string update) => update;

    public string ReturningId(string insert) => insert;

    public string LastId => "";

    public string Contains(string column, string part) => part;

    public string Page(string query) => query;

    public string First(string query, string count) => query;

    public string MillisecondsBetween(string from, string to) => from;

    public Task<List<T>> QueryAsync<T>(
        DbConnection connection, string select, DynamicParameters parameters, Func<IRow, T> read, CancellationToken cancellationToken) =>
        Task.FromResult(new List<T>());

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private void FailAtCommit(RecordedCommand command)
    {
        Commits += command.Text == "COMMIT" ? 1 : 0;
        if ((FailsToCommit && command.Text == "COMMIT")
            || (FailsAt is not null && command.Text.StartsWith(FailsAt, StringComparison.Ordinal) && FailsAfter-- == 0))
        {
            throw new FailureException();
        }
    }
}
