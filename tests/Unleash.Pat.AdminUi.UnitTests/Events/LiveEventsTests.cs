using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>New events appear where the user has switched that on, and do not move what is read.</summary>
public class LiveEventsTests : LiveEventsTestBase
{
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
        page.WaitForAssertion(() => Asked.Count.ShouldBe(3));
        Time.Advance(Interval);
        page.WaitForAssertion(() => Asked[^1].Cursor.ShouldBe("tail2"));
        Rows(page).ShouldBe(3);
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
    public async Task Switched_off_it_asks_no_more()
    {
        Attention("free");
        var page = await FollowAsync();

        page.Find("[role=switch]").Change(false);
        Time.Advance(Interval);

        Asked.Count.ShouldBe(1);
        page.Status().ShouldNotContain("New events");
    }

    [Fact]
    public async Task An_event_that_is_committed_late_is_added_at_its_place()
    {
        Attention("free");
        Answer("tail", Page(Event(11)) with { TailCursor = "tail2" });
        var page = await FollowAsync();
        Time.Advance(Interval);
        page.WaitForAssertion(() => Rows(page).ShouldBe(2));

        Answer("tail", Page(Event(11), Event(10, "user-created")) with { TailCursor = "tail2" });
        Time.Advance(Interval);

        page.WaitForAssertion(() => Rows(page).ShouldBe(3));
        page.Find("tbody tr:nth-child(2)").Text().ShouldContain("User created");
        page.Status().ShouldContain("1 new event added at the top.");
    }

    [Fact]
    public async Task No_more_than_500_wait()
    {
        Attention("reading");
        Answer("tail", Page([.. Enumerable.Range(10, 500).Reverse().Select(id => Event(id))]) with { TailCursor = "tail2" });
        var page = await FollowAsync();

        Time.Advance(Interval);

        page.WaitForAssertion(() => page.Status().ShouldContain("500 or more new events since this page was loaded."));
        var asked = Asked.Count;
        Time.Advance(Interval);
        page.WaitForAssertion(() => Script.Invocations["attention"].Count.ShouldBe(2));
        Asked.Count.ShouldBe(asked);
        page.Button("Show 500 or more new events").Click();
        Rows(page).ShouldBe(501);
    }
}
