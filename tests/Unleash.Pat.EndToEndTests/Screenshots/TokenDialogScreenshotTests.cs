using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class TokenDialogScreenshotTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task Creating_a_token()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        var dialog = await tokens.StartCreatingAsync();
        await tokens.Page.ShouldRenderCorrectlyAsync("create");

        await dialog.Expires("Custom").CheckAsync();
        await Assertions.Expect(dialog.At).ToBeVisibleAsync();
        await dialog.At.FillAsync("2020-02-29T12:00");
        await dialog.CreateAsync("  ");
        await dialog.ShouldShowErrorAsync("Enter a description", "  ");
        await tokens.Page.ShouldRenderCorrectlyAsync("create-errors");

        await dialog.Expires("Never").CheckAsync();
        await tokens.Page.ShouldRenderCorrectlyAsync("create-never");

        await dialog.CreateAsync("laptop");
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await tokens.Page.ShouldRenderCorrectlyAsync("secret");

        await tokens.SecretDialog.Close.ClickAsync();
        await Assertions.Expect(tokens.SecretDialog.KeepOpen).ToBeFocusedAsync();
        await tokens.Page.ShouldRenderCorrectlyAsync("secret-not-copied");
    }

    [Fact]
    public async Task Deleting_a_token()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(2);
        var tokens = await TokensAsync(user);

        await tokens.StartDeletingAsync("token 1");

        await tokens.Page.ShouldRenderCorrectlyAsync("delete");
    }
}
