using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

/// <summary>What all pages have.</summary>
public class UiPage(IPage page)
{
    public IPage Page => page;

    public ILocator Problem => page.GetByRole(AriaRole.Alert).Filter(new() { HasTextRegex = new("\\S"), Visible = true }).First;

    public ILocator TryAgain => Button("Try again");

    public ILocator SignOut => Button("Sign out");

    public ILocator Search => page.GetByLabel("Search", new() { Exact = true });

    /// <summary>The rows of tables, without their heads.</summary>
    public ILocator Rows => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    public ILocator Next => Button("Next");

    public ILocator Previous => Button("Previous");

    public ILocator AdministratorsOnly => page.GetByText("You need the role Admin to see this page.");

    /// <summary>What opens over the page where a session has ended.</summary>
    public FormDialogPage SignInAgain => new(page, "Sign in again", "Sign in");

    public ILocator Heading(string title) => page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true, Level = 1 });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    public ILocator Choice(string label) => page.GetByRole(AriaRole.Combobox, new() { Name = label });

    /// <summary>The link to a page, in the row of them at the top.</summary>
    public ILocator MenuLink(string name) =>
        page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>The head of a column, which orders the table by it.</summary>
    public ILocator Head(string column) => page.GetByRole(AriaRole.Columnheader, new() { Name = column, Exact = true }).GetByRole(AriaRole.Button);

    /// <summary>What is announced while a page waits.</summary>
    public ILocator Loading(string what) =>
        page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"Loading {what}…" });

    public async Task OpenAsync(UiService service, string address, string title)
    {
        await page.GotoAsync(service.At(address));
        await Assertions.Expect(Heading(title)).ToBeVisibleAsync();
    }

    /// <summary>Signs in again over the page, and waits until it is as it was.</summary>
    public async Task SignInAgainAsync(Person person)
    {
        await FillInAsync(person.Name, person.Password);
        await Assertions.Expect(SignInAgain.Heading).ToBeHiddenAsync();
    }

    /// <summary>Sends a name and a password over the page, right or wrong.</summary>
    public async Task FillInAsync(string name, string password)
    {
        await Assertions.Expect(SignInAgain.Heading).ToBeVisibleAsync();
        await SignInAgain.SendAsync(("Username or e-mail", name), ("Password", password));
    }

    public Task ShouldTellAsync(string words) => Assertions.Expect(page.GetByText(words, new() { Exact = true })).ToBeVisibleAsync();
}
