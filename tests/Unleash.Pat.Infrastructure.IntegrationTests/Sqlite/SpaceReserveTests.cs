using Microsoft.Data.Sqlite;
using SQLitePCL;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Sqlite;

/// <summary>The disk is full.</summary>
public sealed class SpaceReserveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_takes_a_right_away_gets_the_space_that_is_set_aside()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var reserve = database.Dialect.Reserve;
        new FileInfo(database.Path + ".reserve").Length.ShouldBe(Persistence.Sqlite.Files.SpaceReserve.Size);

        await ShouldBeFullAsync(database.Database.WriteAsync);
        reserve.IsReleased.ShouldBeFalse();
        await ShouldNotBeReadyAsync(database);

        await ShouldBeFullAsync(database.Database.RevokeAsync);
        reserve.IsReleased.ShouldBeTrue();
        File.Exists(database.Path + ".reserve").ShouldBeFalse();
        (await Should.ThrowAsync<ServiceUnavailableException>(database.WriteAsync)).InnerException.ShouldBeOfType<IOException>();
        await ShouldNotBeReadyAsync(database);
        await database.RevokeAsync();

        reserve.Keep();
        reserve.IsReleased.ShouldBeFalse();
        await database.WriteAsync();
        await database.Get<IDatabaseProbe>().RequireReadyAsync(Cancel);
    }

    /// <summary>Several revocations of one group fail for the same lack, and each is to be tried again.</summary>
    [Fact]
    public async Task Every_change_that_failed_for_the_same_lack_learns_that_room_was_made()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var dialect = database.Dialect;
        for (var round = 0; round < 50; round++)
        {
            var before = dialect.TimesRoomWasMade;
            using var together = new Barrier(4);

            var isMade = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait(Cancel);
                    return dialect.TryMakeRoom(new SqliteException("full", 13), before);
                },
                Cancel,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            isMade.ShouldAllBe(made => made);
            dialect.TimesRoomWasMade.ShouldBe(before + 1);
            dialect.Reserve.Keep();
        }
    }

    /// <summary>A quota shows as an error of a write, so such an error may be a lack of room; one of a flush or a read is a fault of the disk.</summary>
    [Theory]
    [InlineData(raw.SQLITE_FULL, raw.SQLITE_FULL, true)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_WRITE, true)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_SHMSIZE, true)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_FSYNC, false)]
    [InlineData(raw.SQLITE_IOERR, raw.SQLITE_IOERR_READ, false)]
    [InlineData(raw.SQLITE_CORRUPT, raw.SQLITE_CORRUPT, false)]
    public async Task An_error_that_is_no_lack_of_room_releases_nothing(int code, int extended, bool isReleased)
    {
        await using var database = await OwnDatabase.CreateAsync();

        database.Dialect.TryMakeRoom(new SqliteException("failed", code, extended), before: 0).ShouldBe(isReleased);

        database.Dialect.Reserve.IsReleased.ShouldBe(isReleased);
    }

    [Fact]
    public async Task A_missing_table_is_not_ready()
    {
        await using var database = await OwnDatabase.CreateAsync();
        using (var connection = OwnDatabase.Connect(database.Path))
        {
            OwnDatabase.Execute(connection, "DROP TABLE events");
        }

        await ShouldNotBeReadyAsync(database);
    }

    // As many pages as there are, and no more, is what a full disk is to SQLite.
    private static Task<ServiceUnavailableException> ShouldBeFullAsync(
        Func<Func<Persistence.WriteTransaction, Task<int>>, CancellationToken, Task<int>> write) =>
        Should.ThrowAsync<ServiceUnavailableException>(() => write(
            async transaction =>
            {
                await transaction.ExecuteAsync("PRAGMA max_page_count = 1", null, Cancel);
                return await transaction.ExecuteAsync(
                    "INSERT INTO events (type, created_by, created_at, data) VALUES ('x', 'x', 0, hex(zeroblob(100000)))",
                    null,
                    Cancel);
            },
            Cancel));

    private static Task<ServiceUnavailableException> ShouldNotBeReadyAsync(OwnDatabase database) =>
        Should.ThrowAsync<ServiceUnavailableException>(() => database.Get<IDatabaseProbe>().RequireReadyAsync(Cancel));
}
