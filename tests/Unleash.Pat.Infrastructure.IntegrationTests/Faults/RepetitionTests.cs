using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

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

    /// <summary>A text that commits itself is in doubt as soon as it is sent, unless the engine says that it refuses it.</summary>
    [Theory]
    [InlineData(nameof(Repetition.Unsafe), false, 1)]
    [InlineData(nameof(Repetition.Unsafe), true, MostAttempts)]
    [InlineData(nameof(Repetition.Safe), false, MostAttempts)]
    public async Task A_batch_is_repeated_where_it_is_safe_or_was_refused(string repetition, bool isRefusal, int attempts)
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Transient)) { WrapsInTransaction = true, IsRefusing = isRefusal, FailsToRun = true };

        await Should.ThrowAsync<ServiceUnavailableException>(() => new Database(dialect).WriteAsync<int>(
            "UPDATE", null, Enum.Parse<Repetition>(repetition), Cancel));

        dialect.Connections.ShouldBe(attempts);
    }

    /// <summary>A statement that ran into its own timeout, however long that is, is tried once more.</summary>
    [Fact]
    public async Task One_statement_that_took_all_its_time_leaves_time_for_another()
    {
        var (statement, time) = (TimeSpan.FromMinutes(2), new FakeTimeProvider());
        var retries = new RetryPolicy(time);

        time.Advance(statement);
        var again = retries.WaitAsync(statement, Cancel);
        time.Advance(TimeSpan.FromSeconds(1));
        (await again).ShouldBeTrue();

        time.Advance(statement);
        (await retries.WaitAsync(statement, Cancel)).ShouldBeFalse();
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

    /// <summary>The database is there and answers: other creates and deletes of the account took every slot first.</summary>
    [Fact]
    public async Task A_create_that_never_gets_a_slot_says_so_and_not_that_the_database_is_away()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.DuplicateKey)) { FailsToCommit = true };
        var now = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var policy = new ExpiryPolicy(TimeSpan.FromDays(1), null);
        var pat = NewPat.Create(1, TokenSecret.Generate(), "ci", now.AddDays(1), policy, now);

        var told = await Should.ThrowAsync<ServiceUnavailableException>(() => new PatRepository(new Database(dialect)).CreateAsync(
            pat, maxPerUser: 2, AuditStamp.BySystem("pat-created", now), Cancel));

        told.Error.ShouldBe(Errors.TooManyCreations);
        told.Message.ShouldNotContain("database");
    }

    private static Task<int> Fail(DbConnection connection) => throw new FailureException();
}
