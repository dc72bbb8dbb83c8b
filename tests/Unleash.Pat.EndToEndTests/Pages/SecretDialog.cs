using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class SecretDialog(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = "Your new token", Exact = true });

    public ILocator Secret => page.GetByLabel("The token's secret", new() { Exact = true });

    public ILocator Copy => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Copy") });

    public ILocator Copied => page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Copied" });

    public ILocator Close => page.GetByRole(AriaRole.Button, new() { Name = "I have copied it, close", Exact = true });

    public async Task<string> ReadAsync()
    {
        await Assertions.Expect(Heading).ToBeVisibleAsync();
        return (await Secret.InnerTextAsync()).Trim();
    }

    /// <summary>Copies the secret with the button.</summary>
    /// <returns>The clipboard's text.</returns>
    public async Task<string> CopyAsync()
    {
        await Copy.ClickAsync();
        await Assertions.Expect(Copied).ToBeVisibleAsync();
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }
}
