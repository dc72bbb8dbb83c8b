using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>New events appear where the user has switched that on, and do not move what is read.</summary>
public class LiveEventsTests : EventLogTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public LiveEventsTests()
    {
        Answer(cursor: null, Page(Event(9)) with { TailCursor = "tail" });
        Answer("tail", Page(Event(11), Event(10)) with { TailCursor = "tail2" });
        Answer("tail2", Page() with { TailCursor = "tail2" });
    }

    [Fact]
    public async Task They_wait_for_a_click_while_the_user_reads()
    {
        Attention("reading");
        var page = await FollowAsync();

        Time.Advance(Interval);

        page.WaitForAssertion(() => page.Status().ShouldContain("2 new events since this page was loaded."));
        Rows(page).ShouldBe(1);
        page.Button("Show 2 new events").Click();
        Rows(page).ShouldBe(3);
        page.Status().ShouldContain("2 new events added at the top.");
        page.HasButton("Show 2 new events").ShouldBeFalse();
    }

    [Fact]
    public async Task They_are_added_at_once_where_the_user_does_not_read()
    {
        Attention("free");
        var page = await FollowAsync("?userId=1");

        Time.Advance(Interval);

        page.WaitForAssertion(() => Rows(page).ShouldBe(3));
        page.Status().ShouldContain("2 new events added at the top.");
        Asked[^1].Filter.UserId.ShouldBe(1);
        Time.Advance(Interval);
        page.WaitForAssertion(() => Asked[^1].Cursor.ShouldBe("tail2"));
    }

    [Fact]
    public async Task A_hidden_tab_asks_nothing()
    {
        Attention("hidden");
        var page = await FollowAsync();

        Time.Advance(Interval);

        page.WaitForAssertion(() => Script.Invocations["attention"].Count.ShouldBe(1));
        Asked.Count.ShouldBe(1);
    }

    /// <summary>Threat: a screen that was left would never be signed out.</summary>
    [Fact]
    public async Task It_ends_after_an_hour()
    {
        Attention("free");
        var page = await FollowAsync();

        Time.Advance(TimeSpan.FromHours(1));

        page.WaitForAssertion(() => page.Status().ShouldContain("The live view has ended after an hour."));
        page.Find("[role=switch]").HasAttribute("checked").ShouldBeFalse();
        var asked = Asked.Count;
        Time.Advance(Interval);
        Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task A_failure_is_said_and_tried_again()
    {
        Attention("free");
        Setup("tail").ThrowsAsync(TestErrors.WithoutBody(503));
        var page = await FollowAsync();

        Time.Advance(Interval);
        page.WaitForAssertion(() => page.Status().ShouldContain("New events could not be loaded. Trying again…"));
        Answer("tail", Page(Event(10)) with { TailCursor = "tail2" });
        Time.Advance(Interval);

        page.WaitForAssertion(() => Rows(page).ShouldBe(2));
        page.Status().ShouldNotContain("could not");
    }

    [Fact]
    public async Task Switched_off_it_asks_no_more()
    {
        Attention("free");
        var page = await FollowAsync();

        page.Find("[role=switch]").Change(false);
        Time.Advance(Interval);

        Asked.Count.ShouldBe(1);
        page.Status().ShouldNotContain("New events");
    }

    private static int Rows(IRenderedComponent<Shell> page) => page.FindAll("tbody tr").Count;

    private void Attention(string value) => Script.Setup<string?>("attention").SetResult(value);

    private async Task<IRenderedComponent<Shell>> FollowAsync(string query = "")
    {
        var page = await ShowAsync(query);
        page.Find("[role=switch]").Change(true);
        page.Status().ShouldContain("New events appear here as they happen.");
        return page;
    }
}
