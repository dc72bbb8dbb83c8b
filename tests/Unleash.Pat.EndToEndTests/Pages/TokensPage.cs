using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Pages;

public sealed class TokensPage(IPage page) : UiPage(page)
{
    /// <summary>The route pattern of listing and creating tokens.</summary>
    public const string Requests = "**/api/admin/user/tokens";

    public ILocator Title => Heading("Personal API tokens");

    public ILocator NewToken => Button("New token");

    public ILocator Empty => Page.GetByText("No tokens yet");

    public CreateTokenDialog CreateDialog => new(Page);

    public SecretDialog SecretDialog => new(Page);

    public DeleteTokenDialog DeleteDialog => new(Page);

    public ILocator Count(int held, int most) => Page.GetByText($"{held} of {most}", new() { Exact = true });

    /// <summary>The rows of tokens, without those of the account's history below them.</summary>
    public override ILocator Rows => Page.Locator("table:not(.event-table)").GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Cell) });

    public ILocator Row(string description) => Rows.Filter(new() { Has = Delete(description) });

    public ILocator Delete(string description) => Button($"Delete {description}");

    public async Task OpenAsync(UiService service, string address = "")
    {
        await Page.GotoAsync(service.At(address));
        await Assertions.Expect(Title).ToBeVisibleAsync();
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

    /// <summary>Asserts the descriptions, from top to bottom.</summary>
    public async Task ShouldListAsync(params string[] descriptions) =>
        await Assertions.Expect(Rows.Locator(Page.GetByRole(AriaRole.Cell).First))
            .ToHaveTextAsync(descriptions.Select(text => new Regex($"^\\s*{Regex.Escape(text)}\\s*$")).ToArray());
}
