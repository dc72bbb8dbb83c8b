using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class EventsPageTests : EventLogTests
{
    [Fact]
    public async Task Pages_are_links_with_a_cursor()
    {
        Answer(Page(Event(9)) with { NextCursor = "older", PreviousCursor = "newer" });

        var page = await ShowAsync("?type=pat-created&cursor=abc");

        page.Link("Older").ShouldBe("admin/events?type=pat-created&cursor=older");
        page.Link("Newer").ShouldBe("admin/events?type=pat-created&cursor=newer");
        page.Link("Newest").ShouldBe("admin/events?type=pat-created");
        page.Status().ShouldContain("Older events");
        page.FindAll("[role=switch]").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_page_says_that_it_is_the_newest()
    {
        Answer(Page(Event(9)) with { NextCursor = "older", TailCursor = "tail" });

        var page = await ShowAsync();

        page.Status().ShouldContain("The newest events");
        page.Button("Newer").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task A_cursor_that_leads_to_the_newest_events_is_removed()
    {
        Answer(Page(Event(9)) with { TailCursor = "tail", NextCursor = "older" });

        var page = await ShowAsync("?userId=1&cursor=abc");

        page.WaitForAssertion(() => Address.ShouldBe("admin/events?userId=1"));
        page.WaitForAssertion(() => Asked[^1].Cursor.ShouldBeNull());
    }

    [Fact]
    public async Task An_invalid_cursor_leads_to_the_newest_events()
    {
        Setup(cursor: "abc").ThrowsAsync(TestErrors.Create(400, "BadDataError", "The cursor is not one."));

        var page = await ShowAsync("?cursor=abc");

        page.WaitForAssertion(() => Address.ShouldBe("admin/events"));
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task No_matching_event_is_not_an_error()
    {
        Answer(Page());

        var page = await ShowAsync("?type=pat-deleted");

        page.VisibleText().ShouldContain("No events match these filters.");
        page.Alert().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(10_000, true, "more than 10,000")]
    [InlineData(80, false, "80")]
    [InlineData(1, true, null)]
    public async Task A_total_is_shown_as_far_as_it_was_counted(long total, bool isCapped, string? shown)
    {
        Answer(new AuditEventCursorPage([Event(9)], total) { IsTotalCapped = isCapped });

        (await ShowAsync()).FindAll(".count").Select(count => count.Text()).ShouldBe(shown is null ? [] : [shown]);
    }

    [Fact]
    public async Task A_row_says_what_happened_to_whom_by_whom_from_where_and_when()
    {
        var created = Event(9, "pat-created", """{"description":"laptop","address":"203.0.113.9"}""", subjectId: 5, subject: "ada", token: 7);
        created.Ip = "203.0.113.9";
        Answer(Page(created));

        var page = await ShowAsync();

        page.FindAll("tbody td").Select(cell => cell.Text()).ShouldBe(
            ["Token laptop created for ada by anna", "anna", "203.0.113.9", "3 May 2026, 08:00:00 just now", "Details"], ignoreOrder: false);
        page.Find("tbody td:nth-child(2) a").GetAttribute("href").ShouldBe("admin/events?userId=1");
        page.Find("tbody td a").GetAttribute("href").ShouldBe("admin/events?subjectUserId=5");
    }

    [Fact]
    public async Task An_error_is_shown_if_the_events_cannot_be_loaded()
    {
        Setup().ThrowsAsync(TestErrors.WithoutBody(503));

        var page = await ShowAsync();

        page.Alert().ShouldContain("Could not load the events");
        page.VisibleText().ShouldNotContain("No events yet.");
    }
}
