using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/event-log.md: events are sealed by one node or several, leave by age, and the log stays whole.</summary>
public abstract class EventChainTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly string Key = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unleash-pat-archive-");

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Every_statement_that_records_an_event_gives_it_a_stamp()
    {
        var node = KeyedNode();
        var pats = node.GetRequiredService<IPatRepository>();
        var user = await NewUserAsync(node);
        var kept = (await StoreAsync(NewPat(user, "kept \"é"), pats)).Value!;
        var (first, second) = ((await StoreAsync(NewPat(user, "first", TimeSpan.FromMinutes(1)), pats)).Value!, await StoreAsync(NewPat(user, "second", TimeSpan.FromMinutes(1)), pats));
        await pats.UpdateAsync(user, kept.Id, pat => pat with { IsEnabled = false }, By(user, EventType.PatUpdated), Cancel);
        await pats.DeleteAsync(user, kept.Id, By(user, EventType.PatDeleted), Cancel);
        (await pats.DeleteLongExpiredAsync(Now.AddMinutes(5), 100, AuditStamp.BySystem(EventType.PatDeleted, Now), Cancel)).Count.ShouldBeGreaterThan(1);
        second.Value!.Id.ShouldBeGreaterThan(first.Id);

        await node.SettleAsync(Time, Cancel);
        await node.RunAsync<SealEvents>(Cancel);

        var report = await node.VerifyAsync(Cancel);
        report.ShouldBeWhole();
        (report.NotSealed, report.BeginsAfter + report.Checked).ShouldBe((0, report.BeginsAfter + await CountAsync("events")));
        report.Head!.Id.ShouldBe(await Get<IEventRepository>().GetNewestIdAsync(Cancel));
    }

    [Fact]
    public async Task Two_nodes_that_seal_at_once_make_one_chain()
    {
        IServiceProvider[] nodes = [KeyedNode(), KeyedNode()];
        for (var round = 0; round < 30; round++)
        {
            await Task.WhenAll(nodes.Select(node => Task.Run(() => NewUserAsync(node))));
            foreach (var node in nodes)
            {
                await node.SettleAsync(Time, Cancel);
            }

            await Task.WhenAll(nodes.Select(node => Task.Run(() => node.RunAsync<SealEvents>(Cancel))));
        }

        (await nodes[0].VerifyAsync(Cancel)).ShouldBeWhole();
        (await CountAsync("event_seals")).ShouldBe(await CountAsync("events"));
    }

    [Fact]
    public async Task A_node_with_another_key_does_not_go_on()
    {
        var node = KeyedNode();
        await SealedAsync(node, 1);
        await NewUserAsync(node);
        var other = Fixture.Node(("Events:ChainKeys:0", Convert.ToBase64String(new byte[32])));
        await other.SettleAsync(Time, Cancel);

        (await Should.ThrowAsync<InvalidOperationException>(() => other.RunAsync<SealEvents>(Cancel))).Message.ShouldContain("No event is sealed.");
        (await other.VerifyAsync(Cancel)).Sentences.ShouldHaveSingleItem().ShouldContain("a key that Events:ChainKeys does not name");
        (await node.VerifyAsync(Cancel)).ShouldBeWhole();
    }

    [Fact]
    public async Task Old_events_leave_for_the_archive_once_whatever_interrupts_it()
    {
        IServiceProvider[] nodes = [ArchivingNode(), ArchivingNode()];
        await SealedAsync(nodes[0], 5);

        // What other tests have recorded long ago is not of this archive.
        await DeleteAsync(Fixture.Node(("Events:ChainKeys:0", Key), ("Events:KeepFor", "30.00:00:00")));
        var all = await CountAsync("events");
        var begin = (await nodes[0].VerifyAsync(Cancel)).BeginsAfter;
        (await nodes[0].RunAsync<DeleteOldEvents>(Cancel)).ShouldBe(0);
        Time.Advance(TimeSpan.FromDays(31));
        await SealedAsync(nodes[0], 2);

        // Stopped after the archive and before the database.
        var chain = nodes[0].GetRequiredService<IEventChainRepository>();
        var state = (await chain.GetStateAsync(Cancel))!;
        var some = await chain.GetSealedAsync(state.AnchorId, state.HeadId, 3, Cancel);
        await (await nodes[0].GetRequiredService<IEventArchive>().AppendAsync(state.AnchorHash, some, Cancel)).DisposeAsync();
        (await nodes[1].VerifyAsync(Cancel, _folder.FullName)).ShouldBeWhole();

        // Stopped within a line.
        var file = _folder.EnumerateFiles().ShouldHaveSingleItem().FullName;
        await File.AppendAllTextAsync(file, """{"id":4,"ty""", Cancel);
        (await nodes[1].VerifyAsync(Cancel, _folder.FullName)).ShouldBeWhole();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => DeleteAsync(node))));
        await nodes[0].RunAsync<DeleteOldEvents>(Cancel);

        var report = await nodes[1].VerifyAsync(Cancel, _folder.FullName);
        report.ShouldBeWhole();
        (report.Archived, report.Checked).ShouldBe((all, 2));
        report.BeginsAfter.ShouldBeGreaterThan(begin);
        _folder.EnumerateFiles().Sum(found => File.ReadLines(found.FullName).Count()).ShouldBe((int)all);
        (await CountAsync("event_seals")).ShouldBe(2);
    }

    [Fact]
    public async Task Without_its_folder_nothing_is_deleted()
    {
        var node = Fixture.Node(("Events:ChainKeys:0", Key), ("Events:KeepFor", "30.00:00:00"), ("Events:ArchiveTo", Path.Combine(_folder.FullName, "away")));
        await SealedAsync(node, 1);
        Time.Advance(TimeSpan.FromDays(31));
        var before = await CountAsync("events");

        (await Should.ThrowAsync<DirectoryNotFoundException>(() => node.RunAsync<DeleteOldEvents>(Cancel))).Message.ShouldContain("No event is deleted.");

        (await CountAsync("events")).ShouldBe(before);
        Directory.Exists(Path.Combine(_folder.FullName, "away")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_service_did_not_write_is_archived_as_it_is()
    {
        var node = ArchivingNode();
        var odd = new StoredEvent(7, "type", "by", 1, Now, "no\njson", " {} ", 2, 3, [1, 2]);
        var plain = odd with { Id = 8, Data = """{"a":"é\u0001\""}""", PreData = null, Stamp = null, SubjectUserId = null };
        var first = EventHash.Of(EventHash.Beginning, odd);
        SealedEvent[] events = [new(odd, first), new(plain, EventHash.Of(first, plain))];
        var archive = node.GetRequiredService<IEventArchive>();
        await (await archive.AppendAsync(EventHash.Beginning, events, Cancel)).DisposeAsync();

        var read = await archive.ReadAsync([_folder.FullName], Cancel).ToListAsync(Cancel);

        read.Select(line => line.Entry!.Event with { Stamp = null }).ShouldBe([odd with { Stamp = null }, plain]);
        read.ShouldAllBe(line => EventHash.Of(line.Previous, line.Entry!.Event).SequenceEqual(line.Entry.Hash));
        await Should.ThrowAsync<IOException>(() => archive.AppendAsync(first, [new(plain, new byte[EventHash.Length])], Cancel));
    }

    private static async Task<int> DeleteAsync(IServiceProvider node)
    {
        try
        {
            return await node.RunAsync<DeleteOldEvents>(Cancel);
        }
        catch (IOException)
        {
            // The other node writes to the archive.
            return 0;
        }
    }

    private IServiceProvider KeyedNode() => Fixture.Node(("Events:ChainKeys:0", Key), ("Events:ChainKeys:1", "none"));

    private IServiceProvider ArchivingNode() => Fixture.Node(
        ("Events:ChainKeys:0", Key), ("Events:ChainKeys:1", "none"), ("Events:KeepFor", "30.00:00:00"), ("Events:ArchiveTo", _folder.FullName));

    private async Task SealedAsync(IServiceProvider node, int events)
    {
        for (var index = 0; index < events; index++)
        {
            await NewUserAsync(node);
        }

        await node.SettleAsync(Time, Cancel);
        await node.RunAsync<SealEvents>(Cancel);
    }

    private Task<long> CountAsync(string table) => Get<Database>().ReadAsync(
        connection => connection.QuerySingleAsync<long>($"SELECT {Get<Database>().Dialect.CountRows} FROM {table}"), Cancel);
}
