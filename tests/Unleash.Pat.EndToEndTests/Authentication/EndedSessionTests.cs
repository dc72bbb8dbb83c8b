using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Authentication;

/// <summary>A session that ends while the user works.</summary>
public sealed class EndedSessionTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task Loading_a_page_leads_to_the_sign_in_page_and_back()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = await TokensAsync(user);
        await EndSessionAsync(user);

        await tokens.Page.GotoAsync(Service.At("profile/personal-api-tokens?search=lap"));
        await Assertions.Expect(tokens.Page).ToHaveURLAsync(new Regex("/login\\?redirect="));
        await new SignInPage(tokens.Page).SignInAsync(user.Name, user.Password);

        await tokens.ShouldListAsync("laptop");
        await ShouldBeAtAsync(tokens.Page, "profile/personal-api-tokens?search=lap");
    }

    [Fact]
    public async Task Creating_a_token_continues_after_signing_in_again()
    {
        var user = await Service.CreateUserAsync();
        var tokens = await TokensAsync(user);
        var dialog = await tokens.StartCreatingAsync();
        await dialog.Expires("Never").CheckAsync();
        await EndSessionAsync(user);

        await dialog.CreateAsync("laptop");
        await tokens.SignInAgainAsync(user);

        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await tokens.SecretDialog.CloseAsync();
        await tokens.ShouldListAsync("laptop");
        await Assertions.Expect(tokens.Row("laptop")).ToContainTextAsync("Never");
    }

    [Fact]
    public async Task Deleting_a_token_continues_after_signing_in_again()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = await TokensAsync(user);
        await EndSessionAsync(user);

        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();
        await tokens.SignInAgainAsync(user);

        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        await tokens.ShouldShowAsync("Deleted “laptop”.");
        await tokens.Page.ReloadAsync();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
    }
}
