using Microsoft.Playwright;

namespace Unleash.Pat.EndToEndTests.Pages;

/// <summary>The dialog with a secret that is shown once: a token's, or a link to set a password.</summary>
public sealed class SecretDialog(IPage page, string title = "Your new token", string what = "token", string label = "The token's secret")
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true });

    public ILocator Secret => page.GetByLabel(label, new() { Exact = true });

    public ILocator Copy => Button($"Copy {what}");

    public ILocator Copied => page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Copied" });

    public ILocator Close => Button("Close");

    public ILocator KeepOpen => Button("Keep open");

    public ILocator CloseUncopied => Button("Close without copying");

    public ILocator Sample => Dialog.Locator(".sample");

    private ILocator Dialog => page.GetByRole(AriaRole.Dialog).Filter(new() { Has = Heading });

    public ILocator Snippet(string name) => Dialog.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

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

    /// <summary>Copies the secret and closes the dialog, as users do.</summary>
    public async Task CloseAsync()
    {
        await Copy.ClickAsync();
        await Assertions.Expect(Copied).ToBeVisibleAsync();
        await Close.ClickAsync();
    }

    private ILocator Button(string name) => Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
