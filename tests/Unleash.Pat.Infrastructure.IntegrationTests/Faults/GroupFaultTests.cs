using Unleash.Pat.Application;
using Unleash.Pat.Infrastructure.Persistence;

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
        var dialect = new FailingDialect(nameof(DatabaseFault.Unavailable)) { WritesInGroups = true, LosesSavepoints = true };
        var database = new Database(dialect);
        dialect.HoldOpening();
        var kept = database.WriteAsync(_ => Task.FromResult(1), Cancel);
        var failed = database.WriteAsync<int>(_ => throw new FailureException(), Cancel);
        dialect.Open();

        await Should.ThrowAsync<ServiceUnavailableException>(kept);
        await Should.ThrowAsync<ServiceUnavailableException>(failed);
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
