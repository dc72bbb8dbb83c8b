using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Application.UnitTests.Events.Chain;

/// <summary>docs/event-log.md: what the service did itself is no fault, whatever happens to keys, nodes and old events.</summary>
public sealed class ChainTests
{
    private static readonly StoredEvent Entry = new(1, "a", "bc", null, DateTimeOffset.UnixEpoch, null, null, null, null, null);

    [Fact]
    public void No_two_events_have_the_same_bytes()
    {
        StoredEvent[] others =
        [
            Entry with { Id = 2 }, Entry with { Type = "ab", CreatedBy = "c" }, Entry with { CreatedByUserId = 0 }, Entry with { Data = "" },
            Entry with { PreData = "" }, Entry with { Data = "x" }, Entry with { PreData = "x" }, Entry with { SubjectUserId = 1 },
            Entry with { TokenId = 1 }, Entry with { Stamp = [] }, Entry with { CreatedAt = DateTimeOffset.UnixEpoch.AddMilliseconds(1) },
        ];

        others.Append(Entry).Select(entry => Convert.ToHexString(EventHash.Of(EventHash.Beginning, entry))).ShouldBeUnique();
        EventHash.Of(new byte[EventHash.Length], Entry).ShouldBe(EventHash.Of(EventHash.Beginning, Entry));
        EventHash.Of(EventHash.Of(EventHash.Beginning, Entry), Entry).ShouldNotBe(EventHash.Of(EventHash.Beginning, Entry));
    }

    [Fact]
    public void The_bytes_are_those_of_earlier_versions() => Convert.ToHexString(EventHash.Of(EventHash.Beginning, Entry))
        .ShouldBe("BA25BFD135F1DBC4996F24004405C9F24DEDD509D922EDAFBD877A6CEAF2F536");

    [Fact]
    public async Task What_is_not_sealed_yet_is_counted()
    {
        var log = FakeLog.Of(3, FakeLog.Key);
        log.Record(4);
        log.Record(7);

        (await log.VerifyAsync()).ShouldSatisfyAllConditions(
            report => report.Faults.ShouldBe(0), report => report.Checked.ShouldBe(3), report => report.NotSealed.ShouldBe(2));
    }

    [Fact]
    public async Task An_empty_log_is_whole() => (await new FakeLog().VerifyAsync()).Faults.ShouldBe(0);

    [Fact]
    public async Task Events_of_one_statement_share_a_stamp_that_is_good_nowhere_else()
    {
        var log = new FakeLog(FakeLog.Key);
        log.Record(1, StampCompletion.DataOfSeveral);
        log.Events.Add(2, log.Events[1] with { Id = 2, Data = log.Events[1].Data!.Replace("\"id\":1", "\"id\":2", StringComparison.Ordinal) });
        log.Seal();
        (await log.VerifyAsync()).Faults.ShouldBe(0);

        log.Events.Add(20_000, log.Events[1] with { Id = 20_000 });
        (await log.VerifyAsync()).Sentences.ShouldHaveSingleItem().ShouldContain("that of another event");
    }

    [Fact]
    public async Task Stamps_appear_in_another_order_than_they_were_made_in()
    {
        var log = new FakeLog(FakeLog.Key);
        foreach (var id in new long[] { 3, 1, 5000, 2, 4999 })
        {
            log.Record(id);
        }

        log.Seal();
        (await log.VerifyAsync()).Faults.ShouldBe(0);
    }

    [Fact]
    public async Task Keys_are_changed_and_former_ones_still_verify()
    {
        var log = FakeLog.Of(3, FakeLog.Key);

        log.UseKeys(FakeLog.OtherKey, FakeLog.Key);
        log.Record(4);
        log.Seal();
        (await log.VerifyAsync()).Faults.ShouldBe(0);

        log.UseKeys(FakeLog.OtherKey);
        (await log.VerifyAsync()).Faults.ShouldBe(3);
        log.UseKeys(FakeLog.Key);
        (await log.VerifyAsync()).Sentences.ShouldHaveSingleItem().ShouldContain("a key that Events:ChainKeys does not name");
    }

    [Fact]
    public async Task A_log_that_began_without_a_key_gets_one()
    {
        var log = FakeLog.Of(3);

        log.UseKeys(FakeLog.Key);
        log.Proof.FaultOf(log.State!).ShouldNotBeNull("Somebody else may have computed it.");

        log.UseKeys(FakeLog.Key, ChainKeys.NoneBefore);
        log.Record(4);
        log.Seal();
        log.UseKeys(FakeLog.Key);
        (await log.VerifyAsync()).Faults.ShouldBe(0);

        log.UseKeys();
        log.Record(5);
        log.UseKeys(FakeLog.Key);
        log.Seal();
        (await log.VerifyAsync()).Sentences.ShouldHaveSingleItem().ShouldContain("Event 5 was not recorded by the service: its stamp was made without a key.");
    }

    /// <summary>Threat: the service itself proves what somebody has forged.</summary>
    [Theory]
    [InlineData(1_000_000_000L, 0L)]
    [InlineData(null, 0L)]
    [InlineData(0L, 1_000_000_000L)]
    public void A_row_put_back_to_its_beginning_excuses_no_event(long? unstampedUpTo, long unkeyedUpTo)
    {
        var log = new FakeLog(FakeLog.Key);
        log.Proof.FaultOf(log.State!).ShouldBeNull();

        log.Proof.FaultOf(log.State! with { UnstampedUpTo = unstampedUpTo, UnkeyedUpTo = unkeyedUpTo }).ShouldNotBeNull();
    }

    [Fact]
    public async Task Events_of_the_version_before_need_no_stamp_until_a_day_after_the_upgrade()
    {
        var log = new FakeLog(FakeLog.Key);
        log.State = log.State! with { UnstampedUpTo = null };
        log.Record(1);
        log.Change(1, entry => entry with { Stamp = null });
        log.Seal();
        log.State!.UnstampedUpTo.ShouldBeNull();
        (await log.VerifyAsync()).Faults.ShouldBe(0);

        log.State = log.Proof.Prove(log.State with { MigratedAt = log.State.MigratedAt.AddDays(-1) });
        log.Seal();
        log.State.UnstampedUpTo.ShouldBe(1);
        log.Record(2);
        log.Change(2, entry => entry with { Stamp = null });
        (await log.VerifyAsync()).Sentences.ShouldHaveSingleItem().ShouldContain("Event 2 was not recorded by the service: it has no stamp.");
    }

    [Fact]
    public async Task An_archive_joins_the_database()
    {
        var log = FakeLog.Of(9, FakeLog.Key);
        var lines = log.Lines();
        log.DeleteThrough(5);

        (await log.VerifyAsync([.. lines.Take(5)])).ShouldSatisfyAllConditions(
            report => report.Faults.ShouldBe(0), report => report.Archived.ShouldBe(5), report => report.Checked.ShouldBe(4));
        (await log.VerifyAsync([.. lines.Take(7)])).Faults.ShouldBe(0, "An interruption leaves events in both.");
        (await log.VerifyAsync([.. lines.Skip(2).Take(3)])).Faults.ShouldBe(0, "The oldest files may be gone.");
        (await log.VerifyAsync([.. lines.Take(5).SelectMany(line => new[] { line, line })])).Faults.ShouldBe(0, "Two nodes can both have them.");

        await ShouldFindAsync([.. lines.Take(4)], "it ends with event 4");
        await ShouldFindAsync([], "The archive is empty");
        await ShouldFindAsync([.. lines.Take(2), .. lines.Skip(3).Take(2)], "a line between event 2 and event 4 was removed");
        await ShouldFindAsync([.. lines.Take(2), With(lines[2], entry => entry with { CreatedBy = "bob" }), .. lines.Skip(3).Take(2)], "line 3 was changed");
        await ShouldFindAsync([.. lines.Take(3), lines[1], .. lines.Skip(3).Take(2)], "line 2 was inserted");
        await ShouldFindAsync([.. lines.Take(3), new ArchivedEvent("line x", [], null), .. lines.Skip(3).Take(2)], "line x was changed");
        await ShouldFindAsync([.. FakeLog.Of(9, FakeLog.Key).Lines().Take(5)], "event 5 has another hash than the database begins with");

        async Task ShouldFindAsync(IReadOnlyList<ArchivedEvent> archive, string sentence) =>
            (await log.VerifyAsync(archive)).Sentences.ShouldContain(told => told.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64, though it is longer than thirty-two bytes")]
    [InlineData("none")]
    public void A_key_that_cannot_be_used_is_refused(string key) =>
        Validate(key).FailureMessage.ShouldStartWith("Events:ChainKeys:0 must be at least 32 bytes in base64");

    [Fact]
    public void None_is_the_last_key()
    {
        Validate(FakeLog.Key, ChainKeys.NoneBefore).Succeeded.ShouldBeTrue();
        Validate(FakeLog.Key, ChainKeys.NoneBefore, FakeLog.OtherKey).FailureMessage.ShouldStartWith("Events:ChainKeys:1");
    }

    private static ValidateOptionsResult Validate(params string[] keys)
    {
        var options = new EventOptions();
        Array.ForEach(keys, options.ChainKeys.Add);
        return new ChainKeysValidator().Validate(null, options);
    }

    private static ArchivedEvent With(ArchivedEvent line, Func<StoredEvent, StoredEvent> change) =>
        line with { Entry = line.Entry! with { Event = change(line.Entry.Event) } };
}
