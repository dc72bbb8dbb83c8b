using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>The same for every dialog.</summary>
public sealed class DialogLookTests(TestRun run) : BrowserTests(run)
{
    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Creating_a_token(int width, ColorScheme theme)
    {
        var look = new Look(width, theme);
        var tokens = await TokensAsync(await Service.PersonAsync(), look);
        var dialog = await tokens.StartCreatingAsync();
        await tokens.Page.ShouldBeSoundAsync("create", look);

        await dialog.Expires("Custom").CheckAsync();
        await Assertions.Expect(dialog.At).ToBeVisibleAsync();
        await dialog.At.FillAsync("2020-02-29T12:00");
        await dialog.CreateAsync("");
        await dialog.ShouldRefuseAsync("Enter a description", "");
        await tokens.Page.ShouldBeSoundAsync("create-refused", look);

        await dialog.Expires("Never").CheckAsync();
        await dialog.CreateAsync("laptop");
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await tokens.Page.ShouldBeSoundAsync("secret", look);
    }

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public async Task Deleting_a_token(int width, ColorScheme theme)
    {
        var look = new Look(width, theme);
        var person = await Service.PersonAsync();
        await person.IssueAsync(2);
        var tokens = await TokensAsync(person, look);

        await tokens.StartDeletingAsync("token 1");

        await tokens.Page.ShouldBeSoundAsync("delete", look);
    }
}
