using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>A search of a big log, of which the service looks at a part for each page.</summary>
public class EventSearchTests : EventLogTests
{
    [Fact]
    public async Task A_part_without_a_match_does_not_look_like_the_whole_log()
    {
        Answer(Page() with { IsIncomplete = true, NextCursor = "5000", TailCursor = "tail" });
        Answer("5000", Page() with { IsIncomplete = true, NextCursor = "10000", PreviousCursor = "p" });
        Answer("10000", Page(Event(3)) with { PreviousCursor = "p" });
        var page = await ShowAsync("?query=needle");

        page.VisibleText().ShouldContain("No match among the first 5,000 events that were looked at, newest first.");
        page.VisibleText().ShouldNotContain("No events match");
        page.Button("Search further").Click();

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        Address.ShouldBe("admin/events?query=needle&cursor=10000");
    }

    [Fact]
    public async Task One_click_looks_at_a_hundred_thousand_events()
    {
        Answer(Page() with { IsIncomplete = true, NextCursor = "next", PreviousCursor = "p" });
        var page = await ShowAsync("?query=needle");

        page.Button("Search further").Click();

        page.WaitForAssertion(() => page.VisibleText().ShouldContain("No match among the first 105,000 events"));
        page.HasButton("Search further").ShouldBeTrue();
    }

    [Fact]
    public async Task The_end_of_the_log_is_named()
    {
        Answer(Page() with { IsIncomplete = true, NextCursor = "5000", TailCursor = "tail" });
        Answer("5000", Page() with { PreviousCursor = "p" });
        var page = await ShowAsync("?query=needle");

        page.Button("Search further").Click();

        page.WaitForAssertion(() => page.VisibleText().ShouldContain("No further events match."));
        page.Link("Newest").ShouldBe("admin/events?query=needle");
    }

    [Fact]
    public async Task A_page_from_the_middle_does_not_say_how_many_were_looked_at()
    {
        Answer("5000", Page() with { IsIncomplete = true, NextCursor = "10000", PreviousCursor = "p" });

        (await ShowAsync("?query=needle&cursor=5000")).VisibleText().ShouldContain("No match in this part of the log.");
    }

    [Fact]
    public async Task A_page_that_stopped_early_says_so()
    {
        Answer(Page(Event(9)) with { IsIncomplete = true, NextCursor = "5000", TailCursor = "tail" });

        var page = await ShowAsync("?query=needle");

        page.Status().ShouldContain("The newest events, as far as they were looked for");
        page.Link("Older").ShouldBe("admin/events?query=needle&cursor=5000");
    }

    [Fact]
    public async Task A_search_does_not_lead_back_to_a_page_that_the_user_has_left()
    {
        var pending = new TaskCompletionSource<AuditEventCursorPage>();
        Answer(Page() with { IsIncomplete = true, NextCursor = "5000", TailCursor = "tail" });
        Setup("5000").Returns(pending.Task);
        var page = await ShowAsync("?query=needle");
        page.Button("Search further").Click();

        await DisposeComponentsAsync();
        Navigation.NavigateTo("profile");
        await Renderer.Dispatcher.InvokeAsync(() => pending.SetResult(Page(Event(3))));

        Address.ShouldBe("profile");
    }
}
