using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>The event log with two new events after it was loaded.</summary>
public abstract class LiveEventsTestBase : EventLogTests
{
    protected static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected LiveEventsTestBase()
    {
        Answer(cursor: null, Page(Event(9)) with { TailCursor = "tail" });
        Answer("tail", Page(Event(11), Event(10)) with { TailCursor = "tail2" });
        Answer("tail2", Page() with { TailCursor = "tail2" });
    }

    protected static int Rows(IRenderedComponent<Shell> page) => page.FindAll("tbody tr").Count;

    protected void Attention(string value) => Script.Setup<string?>("attention").SetResult(value);

    protected async Task<IRenderedComponent<Shell>> FollowAsync(string query = "")
    {
        var page = await ShowAsync(query);
        page.Find("[role=switch]").Change(true);
        page.Status().ShouldContain("New events appear here as they happen.");
        return page;
    }
}
