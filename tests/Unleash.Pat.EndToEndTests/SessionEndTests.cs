using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>A session that ends while somebody works.</summary>
public sealed class SessionEndTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task While_a_page_loads_it_leads_to_the_sign_in_and_back()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = await TokensAsync(person);
        await EndSessionAsync(person);

        await tokens.Page.GotoAsync(Service.At("profile/personal-api-tokens?search=lap"));
        await Assertions.Expect(tokens.Page).ToHaveURLAsync(new Regex("/login\\?redirect="));
        await new SignInPage(tokens.Page).SignInAsync(person.Name, person.Password);

        await tokens.ShouldListAsync("laptop");
        await ShouldBeAtAsync(tokens.Page, "profile/personal-api-tokens?search=lap");
    }

    [Fact]
    public async Task While_a_token_is_created_the_draft_is_kept_and_the_create_goes_on()
    {
        var person = await Service.PersonAsync();
        var tokens = await TokensAsync(person);
        var dialog = await tokens.StartCreatingAsync();
        await dialog.Expires("Never").CheckAsync();
        await EndSessionAsync(person);

        await dialog.CreateAsync("laptop");
        await tokens.SignInAgainAsync(person);

        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
        await tokens.SecretDialog.Close.ClickAsync();
        await tokens.ShouldListAsync("laptop");
        await Assertions.Expect(tokens.Row("laptop")).ToContainTextAsync("Never");
    }

    [Fact]
    public async Task While_a_token_is_deleted_the_delete_goes_on()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = await TokensAsync(person);
        await EndSessionAsync(person);

        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();
        await tokens.SignInAgainAsync(person);

        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        await tokens.ShouldTellAsync("Deleted “laptop”.");
        await tokens.Page.ReloadAsync();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
    }
}
