using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class SignInPage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Unleash.Pat" });

    public ILocator Name => page.GetByLabel("Username or e-mail", new() { Exact = true });

    public ILocator Email => page.GetByLabel("E-mail", new() { Exact = true });

    public ILocator Password => page.GetByLabel("Password", new() { Exact = true });

    public ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true });

    public ILocator Provider => page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Sign in with ") });

    public ILocator Error => page.GetByRole(AriaRole.Alert).Filter(new() { HasTextRegex = new("\\S"), Visible = true }).First;

    public async Task OpenAsync(UiService service, string address = "login")
    {
        await page.GotoAsync(service.At(address));
        await Assertions.Expect(Heading).ToBeVisibleAsync();
    }

    public async Task SignInAsync(string name, string password)
    {
        await Name.FillAsync(name);
        await Password.FillAsync(password);
        await Submit.ClickAsync();
    }
}
