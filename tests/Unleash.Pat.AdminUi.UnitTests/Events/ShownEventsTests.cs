using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class ShownEventsTests
{
    private readonly ShownEvents _events = new(Page(1, 25, "older"));

    [Fact]
    public void New_events_come_first_and_each_event_once()
    {
        _events.Add([Page(26, 2, "25"), Page(27, 3, "26")]);

        _events.Items.Select(item => item.Id).ShouldBe(Enumerable.Range(1, 29).Reverse().Select(id => (long)id));
        _events.Older.ShouldBe("older");
    }

    [Fact]
    public void An_event_that_was_committed_late_has_the_place_of_its_id()
    {
        _events.Add([Page(27, 1, "25")]);
        _events.Add([Page(26, 2, "25")]);

        _events.Items.Take(3).Select(item => item.Id).ShouldBe([27, 26, 25]);
    }

    [Fact]
    public void A_long_list_ends_where_a_page_does_and_older_events_begin_there()
    {
        for (var first = 26; first < 626; first += 100)
        {
            _events.Add([Page(first, 100, $"before {first}")]);
        }

        (_events.Items.Count, _events.Items[^1].Id, _events.Older).ShouldBe((500, 126, "before 126"));
        _events.Add([Page(626, 1, "before 626")]);
        (_events.Items.Count, _events.Items[^1].Id, _events.Older).ShouldBe((401, 226, "before 226"));
    }

    private static AuditEventCursorPage Page(long first, int count, string older) =>
        new([.. Enumerable.Range(0, count).Select(index => new AuditEvent { Id = first + count - 1 - index })], count) { NextCursor = older };
}
