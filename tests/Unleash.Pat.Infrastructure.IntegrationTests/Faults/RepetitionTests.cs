using System.Data;
using System.Data.Common;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Infrastructure.IntegrationTests.Statements;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>What is tried again, and what never is.</summary>
public sealed class RepetitionTests
{
    private const int MostAttempts = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(DatabaseFault.Transient), MostAttempts)]
    [InlineData(nameof(DatabaseFault.Unavailable), 1)]
    public async Task A_read_is_repeated_a_bounded_number_of_times_where_the_engine_asks_for_it(string fault, int attempts)
    {
        var dialect = new FailingDialect(fault);

        await Should.ThrowAsync<ServiceUnavailableException>(() => new Database(dialect).ReadAsync(Fail, Cancel));

        dialect.Connections.ShouldBe(attempts);
        dialect.Failures.ShouldBe(attempts);
    }

    [Fact]
    public async Task A_write_that_failed_before_its_commit_is_repeated()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Transient));

        var attempts = await new Database(dialect).WriteAsync(
            _ => dialect.Connections < 3 ? throw new FailureException() : Task.FromResult(dialect.Connections), Cancel);

        attempts.ShouldBe(3);
    }

    /// <summary>Whether it happened is not known, so once more could be twice.</summary>
    [Fact]
    public async Task A_write_whose_commit_failed_is_never_repeated()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Transient)) { FailsToCommit = true };
        var writes = 0;

        await Should.ThrowAsync<ServiceUnavailableException>(
            () => new Database(dialect).WriteAsync(_ => Task.FromResult(++writes), Cancel));

        writes.ShouldBe(1);
    }

    [Fact]
    public async Task Whatever_a_broken_connection_makes_the_provider_throw_is_a_broken_connection()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unexpected)) { State = ConnectionState.Closed };

        var told = await Should.ThrowAsync<ServiceUnavailableException>(() => new Database(dialect).ReadAsync<int>(
            _ => throw new InvalidOperationException("ExecuteReader requires an open and available Connection."), Cancel));

        told.InnerException.ShouldBeOfType<BrokenConnectionException>();
        dialect.Connections.ShouldBe(MostAttempts);
    }

    [Fact]
    public async Task A_wait_that_the_caller_called_off_is_no_fault_of_the_database()
    {
        using var caller = new CancellationTokenSource();
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable));

        await Should.ThrowAsync<OperationCanceledException>(() => new Database(dialect).ReadAsync<int>(
            async _ =>
            {
                await caller.CancelAsync();
                throw new FailureException();
            },
            caller.Token));
    }

    private static Task<int> Fail(DbConnection connection) => throw new FailureException();

    private sealed class FailureException : DbException;

    private sealed class FailingDialect(string fault) : ISqlDialect
    {
        public int Connections { get; private set; }

        public int Failures { get; private set; }

        public bool FailsToCommit { get; init; }

        public ConnectionState State { get; init; } = ConnectionState.Open;

        public Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
        {
            Connections++;
            return Task.FromResult<DbConnection>(new RecordingConnection(_ => { }, () => new DataTable())
            {
                CurrentState = State,
                OnCommit = () => _ = FailsToCommit ? throw new FailureException() : 0,
            });
        }

        public ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken) => new((IDisposable?)null);

        public DatabaseFault Classify(Exception exception) =>
            exception is FailureException ? Enum.Parse<DatabaseFault>(fault) : DatabaseFault.Unexpected;

        public void OnConnectionFailed(DbConnection connection, Exception exception) => Failures++;

        public string SelectUpdateability => "";

        public string? Atomic(string writes) => null;

        public string ReturningId(string insert) => insert;

        public string Holds(string column, string part) => part;

        public string Page(string query) => query;
    }
}
