using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class EventsPage(IPage page) : UiPage(page)
{
    public ILocator Kind => Field("Kind");

    public ILocator DoneBy => Field("Done by");

    public ILocator Live => Page.GetByRole(AriaRole.Switch, new() { Name = "Live", Exact = true });

    public ILocator ClearFilters => Link("Clear all filters");

    public ILocator NothingFound => Page.GetByText("No events match these filters.");

    /// <summary>The details of the first open event.</summary>
    public ILocator Changes => Page.GetByRole(AriaRole.Table, new() { NameRegex = new("^Details of event") });

    public Task OpenAsync(UiService service, string query = "") => OpenAsync(service, $"admin/events{query}", "Event log");

    /// <summary>The chip of a filter, which removes it.</summary>
    public ILocator Chip(string label) => Button($"Remove the filter {label}");

    /// <summary>Asserts what happened, from top to bottom.</summary>
    public Task ShouldListAsync(params string[] events) => Assertions.Expect(Column(0)).ToHaveTextAsync(events, new() { UseInnerText = true });

    public async Task OpenDetailsAsync(int row)
    {
        await Rows.Nth(row).GetByRole(AriaRole.Button, new() { NameRegex = new("^Details of event") }).ClickAsync();
        await Assertions.Expect(Changes).ToBeVisibleAsync();
    }

    private ILocator Column(int index) => Rows.Locator(Page.GetByRole(AriaRole.Cell).Nth(index));
}
