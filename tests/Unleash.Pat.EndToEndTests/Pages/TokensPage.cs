using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class TokensPage(IPage page)
{
    public IPage Page => page;

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = "Personal API tokens", Exact = true, Level = 1 });

    public ILocator NewToken => page.GetByRole(AriaRole.Button, new() { Name = "New token", Exact = true });

    public ILocator Search => page.GetByLabel("Search", new() { Exact = true });

    public ILocator SignOut => page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true });

    public ILocator TryAgain => page.GetByRole(AriaRole.Button, new() { Name = "Try again", Exact = true });

    public ILocator Empty => page.GetByText("No tokens yet");

    public ILocator Problem => page.GetByRole(AriaRole.Alert).Filter(new() { HasTextRegex = new("\\S"), Visible = true }).First;

    public CreateTokenDialog CreateDialog => new(page);

    public SecretDialog SecretDialog => new(page);

    public DeleteTokenDialog DeleteDialog => new(page);

    private ILocator Rows => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Cell) });

    public ILocator Count(int held, int most) => page.GetByText($"{held} of {most}", new() { Exact = true });

    public ILocator Row(string description) => Rows.Filter(new() { Has = Delete(description) });

    public ILocator Delete(string description) => page.GetByRole(AriaRole.Button, new() { Name = $"Delete {description}", Exact = true });

    /// <summary>The head of a column, which orders the table by it.</summary>
    public ILocator Head(string column) =>
        page.GetByRole(AriaRole.Columnheader).GetByRole(AriaRole.Button, new() { Name = column, Exact = true });

    public async Task OpenAsync(UiService service, string address = "")
    {
        await page.GotoAsync(service.At(address));
        await Assertions.Expect(Heading).ToBeVisibleAsync();
    }

    public async Task<CreateTokenDialog> StartCreatingAsync()
    {
        await NewToken.ClickAsync();
        await Assertions.Expect(CreateDialog.Heading).ToBeVisibleAsync();
        return CreateDialog;
    }

    public async Task<DeleteTokenDialog> StartDeletingAsync(string description)
    {
        await Delete(description).ClickAsync();
        await Assertions.Expect(DeleteDialog.Heading).ToBeVisibleAsync();
        return DeleteDialog;
    }

    /// <summary>Asserts what the table shows, from top to bottom.</summary>
    public async Task ShouldListAsync(params string[] descriptions) =>
        await Assertions.Expect(Rows.Locator(page.GetByRole(AriaRole.Cell).First))
            .ToHaveTextAsync(descriptions.Select(text => new Regex($"^\\s*{Regex.Escape(text)}\\s*$")).ToArray());
}
