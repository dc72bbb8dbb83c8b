using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

/// <summary>The elements that all pages have.</summary>
public class UiPage(IPage page)
{
    public IPage Page => page;

    public ILocator Error => page.GetByRole(AriaRole.Alert).Filter(new() { HasTextRegex = new("\\S"), Visible = true }).First;

    public ILocator TryAgain => Button("Try again");

    public ILocator SignOut => Button("Sign out");

    public ILocator Search => page.GetByLabel("Search", new() { Exact = true });

    /// <summary>The rows of tables, without the header rows.</summary>
    public virtual ILocator Rows => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    public ILocator Next => Button("Next");

    public ILocator Previous => Button("Previous");

    public ILocator AdministratorsOnly => page.GetByText("You need the role Admin to see this page.");

    /// <summary>The dialog that opens if the session has ended.</summary>
    public FormDialogPage SignInAgain => new(page, "Sign in again", "Sign in");

    public ILocator Heading(string title) => page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true, Level = 1 });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    public ILocator Choice(string label) => page.GetByRole(AriaRole.Combobox, new() { Name = label });

    public ILocator MenuLink(string name) =>
        page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>The column header's button, which sorts the table.</summary>
    public ILocator Head(string column) => page.GetByRole(AriaRole.Columnheader, new() { Name = column, Exact = true }).GetByRole(AriaRole.Button);

    public ILocator Loading(string what) =>
        page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"Loading {what}…" });

    public async Task OpenAsync(UiService service, string address, string title)
    {
        await page.GotoAsync(service.At(address));
        await Assertions.Expect(Heading(title)).ToBeVisibleAsync();
    }

    /// <summary>Signs in again in the dialog, and waits until it is closed.</summary>
    public async Task SignInAgainAsync(TestUser user)
    {
        await FillInAsync(user.Name, user.Password);
        await Assertions.Expect(SignInAgain.Heading).ToBeHiddenAsync();
    }

    /// <summary>Sends a name and a password in the sign-in dialog.</summary>
    public async Task FillInAsync(string name, string password)
    {
        await Assertions.Expect(SignInAgain.Heading).ToBeVisibleAsync();
        await SignInAgain.SendAsync(("Username or e-mail", name), ("Password", password));
    }

    public Task ShouldShowAsync(string text) => Assertions.Expect(page.GetByText(text, new() { Exact = true })).ToBeVisibleAsync();
}
