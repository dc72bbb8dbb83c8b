using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Looks;

/// <summary>The looks of the dialogs about a token.</summary>
public sealed class TokenDialogLookTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task Creating_a_token()
    {
        var tokens = await TokensAsync(await Service.PersonAsync());
        var dialog = await tokens.StartCreatingAsync();
        await tokens.Page.ShouldBeSoundAsync("create");

        await dialog.Expires("Custom").CheckAsync();
        await Assertions.Expect(dialog.At).ToBeVisibleAsync();
        await dialog.At.FillAsync("2020-02-29T12:00");
        await dialog.CreateAsync("  ");
        await dialog.ShouldRefuseAsync("Enter a description", "  ");
        await tokens.Page.ShouldBeSoundAsync("create-refused");

        await dialog.Expires("Never").CheckAsync();
        await tokens.Page.ShouldBeSoundAsync("create-never");

        await dialog.CreateAsync("laptop");
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await tokens.Page.ShouldBeSoundAsync("secret");
    }

    [Fact]
    public async Task Deleting_a_token()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(2);
        var tokens = await TokensAsync(person);

        await tokens.StartDeletingAsync("token 1");

        await tokens.Page.ShouldBeSoundAsync("delete");
    }
}
