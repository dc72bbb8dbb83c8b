using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>Another filter begins at the same place of the log, because nothing has happened in between.</summary>
public class LiveFilterTests : LiveEventsTestBase
{
    [Fact]
    public async Task Events_of_the_filter_before_no_longer_wait()
    {
        Attention("reading");
        var page = await FollowAsync("?userId=1");
        Time.Advance(Interval);
        page.WaitForAssertion(() => page.HasButton("Show 2 new events").ShouldBeTrue());

        page.Find("#kind").Change("user-created");

        page.WaitForAssertion(() => page.HasButton("Show 2 new events").ShouldBeFalse());
        page.Find("[role=switch]").HasAttribute("checked").ShouldBeTrue();
        Time.Advance(Interval);
        page.WaitForAssertion(() => Asked[^1].Filter.Types.ShouldBe(["user-created"]));
    }

    [Fact]
    public async Task An_answer_to_the_filter_before_is_dropped()
    {
        Attention("free");
        var late = new TaskCompletionSource<AuditEventCursorPage>();
        Setup("tail").Returns(late.Task);
        var page = await FollowAsync("?userId=1");
        Time.Advance(Interval);
        page.WaitForAssertion(() => Client.Verify(
            client => client.Events.GetPageAsync("tail", It.IsAny<int>(), It.IsAny<AuditEventFilter?>(), It.IsAny<CancellationToken>())));

        page.Find("#kind").Change("user-created");
        page.WaitForAssertion(() => page.HasButton("Remove the filter User created").ShouldBeTrue());
        await page.InvokeAsync(() => late.SetResult(Page(Event(10)) with { TailCursor = "tail2" }));

        Rows(page).ShouldBe(1);
        page.HasButton("Show 1 new event").ShouldBeFalse();
    }
}
