using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>A group whose commit fails is answered as a whole: nobody is told that a change is kept which is not.</summary>
public sealed class GroupFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_the_commit_fails_all_of_the_group_are_refused()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true, FailsToCommit = true };
        var database = new Database(dialect);
        var writes = Together(dialect, database, 5);

        foreach (var write in writes)
        {
            await Should.ThrowAsync<ServiceUnavailableException>(write);
        }

        dialect.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_transaction_cannot_begin_all_that_wait_are_refused_and_later_ones_try_again()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true, FailsToOpen = true };
        var database = new Database(dialect);

        foreach (var write in Together(dialect, database, 5))
        {
            await Should.ThrowAsync<ServiceUnavailableException>(write);
        }

        dialect.FailsToOpen = false;
        (await database.WriteAsync(_ => Task.FromResult(7), Cancel)).ShouldBe(7);
    }

    /// <summary>The engine has rolled back everything with the one that failed: the savepoints are gone.</summary>
    [Fact]
    public async Task Where_one_takes_the_transaction_with_it_all_of_the_group_are_refused()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true, FailsAt = "ROLLBACK TO" };
        var database = new Database(dialect);
        dialect.HoldOpening();
        var kept = database.WriteAsync(_ => Task.FromResult(1), Cancel);
        var failed = database.WriteAsync<int>(_ => throw new FailureException(), Cancel);
        dialect.Open();

        await Should.ThrowAsync<ServiceUnavailableException>(kept);
        await Should.ThrowAsync<ServiceUnavailableException>(failed);
    }

    /// <summary>Threat: a change whose savepoint fails belongs to no list, and its caller waits forever.</summary>
    [Theory]
    [InlineData("SAVEPOINT", 0)]
    [InlineData("SAVEPOINT", 2)]
    [InlineData("RELEASE", 0)]
    [InlineData("RELEASE", 2)]
    public async Task Where_a_savepoint_fails_all_that_were_taken_are_refused(string command, int after)
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true, FailsAt = command, FailsAfter = after };
        var database = new Database(dialect);
        dialect.HoldOpening();
        var writes = Enumerable.Range(0, 3).Select(number => database.WriteAsync(_ => Task.FromResult(number), Cancel)).ToList();
        writes.Add(database.WriteAsync<int>(_ => throw new ArgumentException("so that they run with savepoints"), Cancel));
        dialect.Open();

        var outcomes = await Task.WhenAll(writes.Select(write => write.ContinueWith(
            ended => ended.Exception?.InnerException, Cancel, TaskContinuationOptions.None, TaskScheduler.Default))).WaitAsync(Eventually.Timeout, Cancel);
        outcomes.ShouldAllBe(outcome => outcome is ServiceUnavailableException);
        dialect.Commits.ShouldBe(0);
    }

    /// <summary>A savepoint costs more than a failure that is rare: so none is set until one fails.</summary>
    [Fact]
    public async Task Where_one_fails_the_others_run_again_and_are_kept_and_it_fails_alone()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true };
        var database = new Database(dialect);
        var runs = new int[3];
        dialect.HoldOpening();
        var first = database.WriteAsync(_ => Task.FromResult(++runs[0]), Cancel);
        var failing = database.WriteAsync<int>(_ => ++runs[1] > 0 ? throw new ArgumentException("fails") : Task.FromResult(0), Cancel);
        var last = database.WriteAsync(_ => Task.FromResult(++runs[2]), Cancel);
        dialect.Open();

        (await first).ShouldBe(2);
        await Should.ThrowAsync<ArgumentException>(failing);
        (await last).ShouldBe(1);
        runs.ShouldBe([2, 2, 1]);
        dialect.Commits.ShouldBe(2);
    }

    [Fact]
    public async Task Where_it_fails_the_first_time_only_all_are_kept()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true };
        var database = new Database(dialect);
        var runs = 0;
        dialect.HoldOpening();
        var first = database.WriteAsync(_ => Task.FromResult(1), Cancel);
        var second = database.WriteAsync(_ => ++runs == 1 ? throw new ArgumentException("fails") : Task.FromResult(runs), Cancel);
        dialect.Open();

        (await first).ShouldBe(1);
        (await second).ShouldBe(2);
        dialect.Commits.ShouldBe(1);
    }

    [Fact]
    public async Task Where_they_cannot_run_again_all_that_were_taken_are_refused()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true };
        var database = new Database(dialect);
        dialect.HoldOpening();
        var kept = database.WriteAsync(_ => Task.FromResult(1), Cancel);
        var failed = database.WriteAsync<int>(
            _ =>
            {
                dialect.FailsToOpen = true;
                throw new ArgumentException("fails");
            },
            Cancel);
        dialect.Open();

        await Should.ThrowAsync<ServiceUnavailableException>(kept);
        await Should.ThrowAsync<ServiceUnavailableException>(failed);
    }

    /// <summary>What it failed for may be a change of its group, which then does not exist.</summary>
    [Fact]
    public async Task Where_the_commit_fails_one_that_failed_before_is_refused_alike()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true, FailsToCommit = true };
        var database = new Database(dialect);
        dialect.HoldOpening();
        var kept = database.WriteAsync(_ => Task.FromResult(1), Cancel);
        var failed = database.WriteAsync<int>(_ => throw new DuplicateKeyException(new FailureException()), Cancel);
        dialect.Open();

        await Should.ThrowAsync<ServiceUnavailableException>(kept);
        await Should.ThrowAsync<ServiceUnavailableException>(failed);
    }

    /// <summary>The file was replaced, or found damaged, while the group ran.</summary>
    [Fact]
    public async Task Where_the_file_is_lost_before_the_commit_nothing_is_committed()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true, IsLost = true };

        await Should.ThrowAsync<ServiceUnavailableException>(() => new Database(dialect).WriteAsync(_ => Task.FromResult(1), Cancel));

        dialect.Commits.ShouldBe(0);
    }

    /// <summary>Threat: creations that wait use up the room that was made for a revocation.</summary>
    [Fact]
    public async Task On_a_full_disk_what_waits_is_refused_and_a_revocation_is_written()
    {
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true };
        var database = new Database(dialect);
        dialect.HoldOpening();
        var creation = database.WriteAsync(_ => Task.FromResult(1), Cancel);
        var revocation = database.RevokeAsync(_ => Task.FromResult(2), Cancel);
        dialect.WhyOnlyRevocations = new IOException("full");
        dialect.Open();

        await Should.ThrowAsync<ServiceUnavailableException>(creation);
        (await revocation).ShouldBe(2);
    }

    // Begun while the connection is not there yet, so that they wait for one group.
    private static List<Task<int>> Together(FailingDialect dialect, Database database, int count)
    {
        dialect.HoldOpening();
        var writes = Enumerable.Range(0, count).Select(number => database.WriteAsync(_ => Task.FromResult(number), Cancel)).ToList();
        dialect.Open();
        return writes;
    }
}
