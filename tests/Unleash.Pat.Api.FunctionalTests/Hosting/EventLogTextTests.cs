using Unleash.Pat.Api.Hosting.Administration;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Events.Chain.Verification;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>docs/event-log.md, "Verify": what the commands show.</summary>
public sealed class EventLogTextTests
{
    private static readonly ChainHead Head = new(9, new byte[32], DateTimeOffset.UnixEpoch);

    private static readonly EventLogReport Whole = new(1, 2, 0, Head, 0, 0, 0, 0, []);

    [Fact]
    public void A_whole_log() => EventLogText.Of(Whole).ShouldBe("""
        The event log is whole.
        Checked: 1 event.
        Not sealed yet: 2 events.
        Head: event 9, hash AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, as of 1970-01-01T00:00:00.000Z.
        """);

    [Fact]
    public void A_log_with_more_faults_than_are_told() =>
        EventLogText.Of(Whole with { Faults = 2, Sentences = ["Event 5 was removed."], BeginsAfter = 3, Archived = 1, Heads = 1, Head = null }).ShouldBe("""
            Event 5 was removed.
            …
            The event log is not whole. Faults: 2.
            Checked: 1 event.
            Deleted by age: events up to event 3.
            Not sealed yet: 2 events.
            Archive: 1 event.
            Exported heads in the chain: 1. Too old to compare: 0.
            """);

    [Fact]
    public void A_log_of_which_nothing_is_sealed() =>
        EventLogText.Of(Whole with { Head = Head with { Id = 0 } }).ShouldEndWith("Head: none, because no event is sealed yet.");
}
