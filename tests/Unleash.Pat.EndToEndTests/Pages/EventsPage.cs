using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class EventsPage(IPage page) : UiPage(page)
{
    public ILocator Kind => Field("Kind");

    public ILocator DoneBy => Field("Done by");

    public ILocator ClearFilters => Button("Clear the filters");

    public ILocator NothingFound => Page.GetByText("No events match these filters.");

    /// <summary>The details of the first open event.</summary>
    public ILocator Changes => Page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Details of event") });

    public Task OpenAsync(UiService service, string query = "") => OpenAsync(service, $"admin/events{query}", "Event log");

    /// <summary>Asserts the events, from top to bottom.</summary>
    public async Task ShouldListAsync(params (string What, string About)[] events)
    {
        await Assertions.Expect(Column(1)).ToHaveTextAsync(events.Select(happened => happened.What));
        await Assertions.Expect(Column(2)).ToHaveTextAsync(events.Select(happened => happened.About));
    }

    public async Task OpenDetailsAsync(int row)
    {
        await Rows.Nth(row).GetByRole(AriaRole.Button, new() { NameRegex = new("^Details of event") }).ClickAsync();
        await Assertions.Expect(Changes).ToBeVisibleAsync();
    }

    private ILocator Column(int index) => Rows.Locator(Page.GetByRole(AriaRole.Cell).Nth(index));
}
