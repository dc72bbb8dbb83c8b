using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Unleash.Pat.Infrastructure.Persistence;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>Changes that wait at the same time are committed together, and each is all or nothing.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private const int Many = 40;
    private const int LogHeader = 32;
    private const int FrameHeader = 24;

    private OwnDatabase _database = null!;
    private SqliteConnection _foreign = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await OwnDatabase.CreateAsync();
        _foreign = OwnDatabase.Connect(_database.Path);
        OwnDatabase.Execute(_foreign, "CREATE TABLE numbers (number INTEGER NOT NULL PRIMARY KEY) STRICT; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public async ValueTask DisposeAsync()
    {
        await _foreign.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Those_that_wait_together_share_a_commit()
    {
        var before = Commits();

        var writes = WhileAnotherProcessWrites(() => Enumerable.Range(1, Many).Select(number => AddAsync(number)).ToList());

        await Task.WhenAll(writes);

        // One on a quiet machine; a group does not wait for a slow one.
        (Commits() - before).ShouldBeInRange(1, Many / 2);
        Numbers().ShouldBe(Enumerable.Range(1, Many).Select(number => (long)number));
    }

    /// <summary>Whose request a change belongs to is known by its context, as the caller of a use case is.</summary>
    [Fact]
    public async Task Each_runs_in_the_context_of_its_own_caller()
    {
        var caller = new AsyncLocal<int>();

        var found = await Task.WhenAll(WhileAnotherProcessWrites(() => Enumerable.Range(1, Many).Select(number =>
        {
            caller.Value = number;
            return _database.Database.WriteAsync(
                async _ =>
                {
                    await Task.Yield();
                    return caller.Value;
                },
                Cancel);
        }).ToList()));

        found.ShouldBe(Enumerable.Range(1, Many));
    }

    /// <summary>A flush takes the thread that it waits on from requests, if that is one of the thread pool.</summary>
    [Fact]
    public async Task They_are_written_on_a_thread_that_no_request_needs()
    {
        var isOfThePool = await _database.Database.WriteAsync(_ => Task.FromResult(Thread.CurrentThread.IsThreadPoolThread), Cancel);

        isOfThePool.ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_fails_undoes_itself_alone()
    {
        var writes = WhileAnotherProcessWrites(() => new[] { AddAsync(1), AddAsync(2, 1), AddAsync(3) });

        await writes[0];
        await Should.ThrowAsync<DuplicateKeyException>(writes[1]);
        await writes[2];
        Numbers().ShouldBe([1, 3]);
    }

    [Fact]
    public async Task One_whose_work_throws_undoes_itself_alone()
    {
        var writes = WhileAnotherProcessWrites(() => new[]
        {
            AddAsync(1),
            _database.Database.WriteAsync<int>(
                async transaction =>
                {
                    await InsertAsync(transaction, 2);
                    throw new InvalidOperationException("no");
                },
                Cancel),
            AddAsync(3),
        });

        await writes[0];
        (await Should.ThrowAsync<InvalidOperationException>(writes[1])).Message.ShouldBe("no");
        await writes[2];
        Numbers().ShouldBe([1, 3]);
    }

    [Fact]
    public async Task One_whose_caller_goes_away_while_it_waits_is_not_written()
    {
        using var caller = new CancellationTokenSource();
        var writes = WhileAnotherProcessWrites(() =>
        {
            var waiting = new[] { AddAsync(1), AddUnlessCancelledAsync(caller.Token, 2), AddAsync(3) };
            caller.Cancel();
            return waiting;
        });

        await writes[0];
        await Should.ThrowAsync<OperationCanceledException>(writes[1]);
        await writes[2];
        Numbers().ShouldBe([1, 3]);
    }

    [Fact]
    public async Task One_sees_what_those_before_it_in_the_group_have_written()
    {
        var counts = await Task.WhenAll(WhileAnotherProcessWrites(() => Enumerable.Range(1, 5).Select(number => _database.Database.WriteAsync(
            async transaction =>
            {
                await InsertAsync(transaction, number);
                return await transaction.QuerySingleAsync<long>("SELECT COUNT(*) FROM numbers", null, Cancel);
            },
            Cancel)).ToList()));

        counts.ShouldBe([1, 2, 3, 4, 5]);
    }

    /// <summary>The group that failed leaves nothing behind that the next one would trip over.</summary>
    [Fact]
    public async Task After_a_failure_the_next_is_written()
    {
        await AddAsync(1);
        await Should.ThrowAsync<DuplicateKeyException>(AddAsync(1));
        await AddAsync(2);
        Numbers().ShouldBe([1, 2]);
    }

    private T WhileAnotherProcessWrites<T>(Func<T> begin)
    {
        OwnDatabase.Execute(_foreign, "BEGIN IMMEDIATE");
        var begun = begin();
        OwnDatabase.Execute(_foreign, "ROLLBACK");
        return begun;
    }

    private Task<int> AddAsync(params int[] numbers) => AddUnlessCancelledAsync(Cancel, numbers);

    private Task<int> AddUnlessCancelledAsync(CancellationToken cancellationToken, params int[] numbers) => _database.Database.WriteAsync(
        async transaction =>
        {
            foreach (var number in numbers)
            {
                await InsertAsync(transaction, number);
            }

            return numbers.Length;
        },
        cancellationToken);

    private static Task<int> InsertAsync(WriteTransaction transaction, int number) =>
        transaction.ExecuteAsync("INSERT INTO numbers (number) VALUES (@Number)", new { Number = number }, Cancel);

    private List<long> Numbers()
    {
        using var command = _foreign.CreateCommand();
        command.CommandText = "SELECT number FROM numbers ORDER BY number";
        using var reader = command.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read())
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }

    // In the log, the last frame of each transaction has the size of the database (sqlite.org/fileformat2.html, 4.1).
    private int Commits()
    {
        using var file = new FileStream(_database.Path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        var log = copy.ToArray();
        if (log.Length < LogHeader)
        {
            return 0;
        }

        var frame = FrameHeader + BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(8));
        return Enumerable.Range(0, (log.Length - LogHeader) / frame)
            .Count(index => BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(LogHeader + (index * frame) + 4)) != 0);
    }
}
