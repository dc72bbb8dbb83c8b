using Unleash.Pat.Application.Events.Chain;

namespace Unleash.Pat.Application.UnitTests.Events.Chain;

/// <summary>docs/event-log.md: what somebody with write access to the database does to the log is found, and named.</summary>
public sealed class TamperingTests
{
    private const int Count = 9;

    private static readonly Dictionary<string, (Action<FakeLog> Tamper, string Sentence)> All = new()
    {
        ["type"] = (log => log.Change(5, entry => entry with { Type = "pat-deleted" }), "Event 5 was changed: its stamp does not fit its content."),
        ["created_by"] = (log => log.Change(5, entry => entry with { CreatedBy = "bob" }), "Event 5 was changed: its stamp does not fit its content."),
        ["created_by_user_id"] = (log => log.Change(5, entry => entry with { CreatedByUserId = null }), "Event 5 was changed: its stamp does not fit its content."),
        ["created_at"] = (log => log.Change(5, entry => entry with { CreatedAt = entry.CreatedAt.AddMilliseconds(1) }), "Event 5 was changed: its stamp does not fit its content."),
        ["data"] = (log => log.Change(5, entry => entry with { Data = "{}" }), "Event 5 was changed: its stamp does not fit its content."),
        ["pre_data"] = (log => log.Change(5, entry => entry with { PreData = "{}" }), "Event 5 was changed: its stamp does not fit its content."),
        ["subject"] = (log => log.Change(5, entry => entry with { SubjectUserId = 3 }), "Event 5 was changed."),
        ["token"] = (log => log.Change(5, entry => entry with { TokenId = 3 }), "Event 5 was changed."),
        ["stamp"] = (log => log.Change(5, entry => entry with { Stamp = null }), "Event 5 was changed: it has no stamp."),
        ["last event"] = (log => log.Change(Count, entry => entry with { TokenId = 3 }), "Event 9 was changed."),
        ["event removed"] = (log => log.Events.Remove(5), "Event 5 was removed."),
        ["event and seal removed"] = (log => Remove(log, 5), "an event between them was removed"),
        ["first removed"] = (log => Remove(log, 1), "Event 2 is not the first one of the chain: an event before it was removed with its seal"),
        ["inserted in a gap"] = (log => { Remove(log, 5); log.Record(5); }, "Event 5 was inserted: it has no seal."),
        ["inserted by hand below"] = (log => { Remove(log, 5); log.Events[5] = log.Events[4] with { Id = 5 }; }, "Event 5 was inserted: its stamp is that of another event."),
        ["inserted before all numbers"] = (log => log.Events.Add(long.MinValue, log.Events[3] with { Id = long.MinValue }), "Event -9223372036854775808 was inserted: it stands before the first event that the chain knows."),
        ["seal inserted before all numbers"] = (log => log.Seals.Add(long.MinValue, new byte[EventHash.Length]), "A seal of event -9223372036854775808 was inserted: it stands before the first event that the chain knows."),
        ["inserted at the end"] = (log => log.Events.Add(10, new StoredEvent(10, "pat-created", "ann", 7, default, null, null, null, null, null)), "Event 10 was not recorded by the service: it has no stamp."),
        ["copied to the end"] = (log => log.Events.Add(10, log.Events[9] with { Id = 10 }), "Event 10 was not recorded by the service: its stamp is that of another event."),
        ["copied to the end and sealed"] = (log => { log.Events.Add(10, log.Events[3] with { Id = 10 }); log.Seal(); }, "Event 10 was not recorded by the service: its stamp is that of another event."),
        ["stamp of another"] = (log => log.Events.Add(10, log.Events[3] with { Id = 10, Data = "{}" }), "Event 10 was not recorded by the service: its stamp does not fit its content."),
        ["swapped"] = (Swap, "Event 4 was changed."),
        ["seal changed"] = (log => log.Seals[5] = new byte[EventHash.Length], "The seal of event 5 was changed."),
        ["last seal changed"] = (log => log.Seals[Count] = new byte[EventHash.Length], "The seal of event 9 was changed."),
        ["seal removed"] = (log => log.Seals.Remove(5), "The seal of event 5 was removed."),
        ["last seal removed"] = (log => log.Seals.Remove(Count), "The seal of event 9 was removed."),
        ["all seals removed"] = (log => log.Seals.Clear(), "All seals are gone: somebody deleted them. The events give the hash of the head, so they are those that were sealed."),
        ["all seals and an event removed"] = (log => { log.Seals.Clear(); log.Events.Remove(5); }, "All seals are gone: somebody deleted them. The events do not give the hash of the head, so they are not those that were sealed."),
        ["all seals removed and an event changed"] = (log => { log.Seals.Clear(); log.Change(5, entry => entry with { Data = "{}" }); }, "Event 5 was not recorded by the service: its stamp does not fit its content."),
        ["all events and seals removed"] = (log => { log.Seals.Clear(); log.Events.Clear(); }, "All events of the chain are gone: those up to event 9 were removed together with their seals."),
        ["all after the beginning removed"] = (log => { log.DeleteThrough(3); log.Seals.Clear(); log.Events.Clear(); }, "All events of the chain are gone: those up to event 9 were removed together with their seals."),
        ["first after the beginning removed"] = (log => { log.DeleteThrough(3); Remove(log, 4); }, "Event 5 does not follow event 3: an event between them was removed with its seal"),
        ["head of an empty chain changed"] = (log => { log.Events.Clear(); log.Seals.Clear(); log.State = log.State! with { HeadId = 0 }; }, "The head does not fit the chain, which has no events: the head was changed."),
        ["seal in an empty chain"] = (log => { log.Seals.Clear(); log.Seals.Add(1, new byte[EventHash.Length]); log.State = log.State! with { HeadId = 0 }; }, "A seal of event 1 was inserted: the chain has no events yet."),
        ["seal inserted"] = (log => log.Seals.Add(12, new byte[EventHash.Length]), "A seal of event 12 was inserted"),
        ["tail cut"] = (log => { Remove(log, 8); Remove(log, 9); }, "The end of the log is missing: the events after event 7, up to event 9, were removed together with their seals."),
        ["tail and head cut"] = (log => { Remove(log, 9); log.State = log.State! with { HeadId = 8, HeadHash = log.Seals[8] }; }, "The proof of the chain does not fit"),
        ["beginning moved"] = (log => { var hash = log.Seals[1]; Remove(log, 1); log.State = log.State! with { AnchorId = 1, AnchorHash = hash }; }, "The proof of the chain does not fit"),
        ["head row removed"] = (log => log.State = null, "The row of event_chain is missing"),
        ["before the beginning"] = (log => { var first = log.Events[1]; log.DeleteThrough(3); log.Events.Add(1, first); }, "Event 1 was inserted: it stands before the beginning of the chain, which is after event 3."),
        ["before the first"] = (log => { log.Events.Add(-5, log.Events[1] with { Id = -5 }); log.Seals.Add(-5, new byte[EventHash.Length]); }, "Event -5 was inserted: it stands before the first event that the chain knows."),
        ["computed again"] = (ComputeAgain, "The chain was sealed without a key."),
        ["stamp by another key under the name of the right one"] = (ForgeStamp, "Event 10 was not recorded by the service: its stamp does not fit its content."),
        ["proof by another key under the name of the right one"] = (ForgeProof, "The proof of the chain does not fit"),
        ["computed again with another key"] = (log => { ComputeAgain(log, FakeLog.OtherKey); log.UseKeys(FakeLog.Key); }, "a key that Events:ChainKeys does not name"),
    };

    public static TheoryData<string> Ways => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Each_way_is_found_and_named(string way)
    {
        var (tamper, sentence) = All[way];
        var log = FakeLog.Of(Count, FakeLog.Key);
        (await log.VerifyAsync()).Faults.ShouldBe(0);

        tamper(log);

        var report = await log.VerifyAsync();
        report.Faults.ShouldBeGreaterThan(0, way);
        report.Sentences.ShouldContain(told => told.Contains(sentence, StringComparison.Ordinal), $"{way}: {string.Join(' ', report.Sentences)}");
    }

    [Fact]
    public async Task What_is_told_is_bounded_and_all_is_counted()
    {
        var log = FakeLog.Of(5_000, FakeLog.Key);
        foreach (var id in log.Events.Keys.ToList())
        {
            log.Change(id, entry => entry with { TokenId = 3 });
        }

        var report = await log.VerifyAsync();

        (report.Faults, report.Sentences.Count, report.Checked).ShouldBe((5_000, 100, 5_000));
    }

    [Fact]
    public async Task A_chain_with_a_correct_proof_that_lacks_what_was_exported_is_found()
    {
        var log = FakeLog.Of(Count, FakeLog.Key);
        var head = new ChainHead(Count, log.State!.HeadHash, DateTimeOffset.UnixEpoch);
        (await log.VerifyAsync(null, [head])).ShouldSatisfyAllConditions(
            report => report.Faults.ShouldBe(0), report => report.Heads.ShouldBe(1));

        var without = FakeLog.Of(Count, FakeLog.Key);
        (await without.VerifyAsync(null, [head])).Sentences.ShouldHaveSingleItem().ShouldContain("event 9 has another hash");
        (await FakeLog.Of(Count - 1, FakeLog.Key).VerifyAsync(null, [head])).Sentences.ShouldHaveSingleItem().ShouldContain("event 9 is not there");
        var older = head with { Id = Count - 1, Hash = log.Seals[Count - 1] };
        log.DeleteThrough(Count);
        (await log.VerifyAsync(null, [head, older])).ShouldSatisfyAllConditions(
            report => report.Faults.ShouldBe(0), report => report.Heads.ShouldBe(1), report => report.OlderHeads.ShouldBe(1));
        (await log.VerifyAsync(null, [head with { Hash = new byte[EventHash.Length] }])).Sentences.ShouldHaveSingleItem().ShouldContain("event 9 has another hash");
    }

    [Fact]
    public async Task A_file_of_heads_that_was_emptied_is_found() =>
        (await FakeLog.Of(Count, FakeLog.Key).VerifyAsync(null, [])).Sentences.ShouldHaveSingleItem().ShouldBe("heads has no exported head.");

    [Fact]
    public async Task The_head_of_an_empty_log_is_the_beginning_of_every_chain()
    {
        var head = new ChainHead(0, EventHash.Beginning, DateTimeOffset.UnixEpoch);

        (await new FakeLog().VerifyAsync(null, [head])).ShouldSatisfyAllConditions(
            report => report.Faults.ShouldBe(0), report => report.Heads.ShouldBe(1));
        var log = FakeLog.Of(Count, FakeLog.Key);
        (await log.VerifyAsync(null, [head])).Heads.ShouldBe(1);
        (await log.VerifyAsync(null, [head with { Hash = log.State!.HeadHash }])).Sentences.ShouldHaveSingleItem()
            .ShouldContain("is not in the chain: it is of an empty log, but has the hash of an event.");
        log.DeleteThrough(3);
        (await log.VerifyAsync(null, [head])).OlderHeads.ShouldBe(1);
    }

    [Fact]
    public async Task Seals_that_are_gone_are_one_fault_and_do_not_hide_exported_heads()
    {
        var log = FakeLog.Of(5_000, FakeLog.Key);
        var head = new ChainHead(2_500, log.Seals[2_500], DateTimeOffset.UnixEpoch);
        log.Seals.Clear();

        (await log.VerifyAsync(null, [head])).ShouldSatisfyAllConditions(
            report => report.Faults.ShouldBe(1), report => report.Heads.ShouldBe(1), report => report.Checked.ShouldBe(5_000));
    }

    private static void Remove(FakeLog log, long id)
    {
        log.Events.Remove(id);
        log.Seals.Remove(id);
    }

    private static void Swap(FakeLog log)
    {
        var (fourth, fifth) = (log.Events[4], log.Events[5]);
        log.Events[4] = fifth with { Id = 4 };
        log.Events[5] = fourth with { Id = 5 };
    }

    // Threat: the id of a key stands in every stamp and in the proof, so an attacker knows it.
    private static void ForgeStamp(FakeLog log)
    {
        var last = log.Events[9];
        var stamp = last.Stamp!;
        Code(FakeLog.Key, stamp[..24]).ShouldBe(stamp[24..]);
        byte[] next = [.. stamp[..19], (byte)(stamp[19] + 1), .. stamp[20..24]];
        log.Events.Add(10, last with { Id = 10, Stamp = [.. next, .. Code(FakeLog.OtherKey, next)] });

        byte[] Code(string key, byte[] beginning) => ChainKey.Parse(key)!.CodeOf(new CanonicalBytes()
            .Add("unleash-pat stamp 1").Raw(beginning).Add(last.Type).Add(last.CreatedBy).Add(last.CreatedByUserId).Add(last.CreatedAt)
            .Add(last.PreData).Add(last.Data).Written)[..16];
    }

    private static void ForgeProof(FakeLog log)
    {
        var id = log.State!.Proof![..sizeof(uint)];
        ComputeAgain(log, FakeLog.OtherKey);
        log.UseKeys(FakeLog.Key);
        log.State = log.State with { Proof = [.. id, .. log.State.Proof![sizeof(uint)..]] };
    }

    private static void ComputeAgain(FakeLog log)
    {
        ComputeAgain(log, []);
        log.UseKeys(FakeLog.Key);
    }

    private static void ComputeAgain(FakeLog log, params string[] keys)
    {
        log.Events.Remove(5);
        log.Seals.Clear();
        log.State = log.State! with { HeadId = 0, HeadHash = EventHash.Beginning, Proof = null };
        log.UseKeys(keys);
        log.Seal();
    }
}
