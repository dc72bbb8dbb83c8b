using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class CreateTokenDialog(IPage page)
{
    public ILocator Dialog => page.GetByRole(AriaRole.Dialog).Filter(new() { Has = Heading });

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = "New personal API token", Exact = true });

    public ILocator Description => page.GetByRole(AriaRole.Dialog).GetByLabel("Description", new() { Exact = true });

    public ILocator At => page.GetByLabel("Date and time", new() { Exact = true });

    public ILocator Cancel => page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true });

    public ILocator Create => page.GetByRole(AriaRole.Button, new() { Name = "Create token", Exact = true });

    public ILocator Choices => Dialog.Locator(".expiry .choice");

    public ILocator Expires(string choice) =>
        page.GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true });

    public async Task CreateAsync(string description)
    {
        await Description.FillAsync(description);
        await Create.ClickAsync();
    }

    /// <summary>Asserts that the dialog shows an error and keeps the description.</summary>
    public async Task ShouldShowErrorAsync(string text, string draft)
    {
        await Assertions.Expect(Dialog.GetByText(new System.Text.RegularExpressions.Regex(text)).First).ToBeVisibleAsync();
        await Assertions.Expect(Description).ToHaveValueAsync(draft);
    }
}
