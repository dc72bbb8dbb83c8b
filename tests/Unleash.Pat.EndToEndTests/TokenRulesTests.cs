using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>The form for a new token knows what the service allows.</summary>
public sealed class TokenRulesTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task Only_lifetimes_that_are_allowed_are_offered_and_the_default_is_chosen()
    {
        await StartAsync(("Pats:MaxLifetime", "45.00:00:00"), ("Pats:DefaultLifetime", "45.00:00:00"), ("Pats:RequireDescription", "true"));
        var person = await Service.PersonAsync();
        var tokens = await TokensAsync(person);
        var dialog = await tokens.StartCreatingAsync();

        await Assertions.Expect(dialog.Choices).ToHaveTextAsync(["7 days", "30 days", "45 days", "Custom"]);
        await Assertions.Expect(dialog.Expires("45 days")).ToBeCheckedAsync();
        await Assertions.Expect(dialog.Dialog).ToContainTextAsync("At most 45 days: until");
        await Assertions.Expect(dialog.Description).ToHaveAttributeAsync("aria-required", "true");
        await dialog.CreateAsync("");
        await dialog.ShouldRefuseAsync("Enter a description", "");
        await dialog.Expires("Custom").CheckAsync();
        await dialog.At.FillAsync("2099-01-01T00:00");
        await dialog.ShouldRefuseAsync("must not be later than", "");

        await dialog.Expires("45 days").CheckAsync();
        await dialog.CreateAsync("as long as can be");
        await tokens.SecretDialog.Close.ClickAsync();
        await tokens.ShouldListAsync("as long as can be");
    }

    [Fact]
    public async Task Where_no_token_can_be_created_those_that_exist_can_be_deleted()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        await StartAsync([("Pats:Enabled", "false"), .. Service.DatabaseSettings]);

        var tokens = await TokensAsync(person);
        await Assertions.Expect(tokens.Page.GetByText("Creating tokens is switched off on this service.")).ToBeVisibleAsync();
        await Assertions.Expect(tokens.NewToken).ToHaveCountAsync(0);
        await tokens.ShouldListAsync("laptop");
        await tokens.Page.ShouldBeSoundAsync("tokens-switched-off");

        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        (await person.Client.Tokens.ListAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("America/Los_Angeles", "9999-12-31T23:59", "Expires on 31 Dec 9999")]
    [InlineData("Asia/Tokyo", "9999-12-31T23:59", "Expires on 31 Dec 9999")]
    [InlineData("Pacific/Kiritimati", "0001-01-01T00:00", "The expiry must be in the future.")]
    [InlineData("Pacific/Niue", "0001-01-01T00:00", "The expiry must be in the future.")]
    public async Task Either_end_of_the_calendar_is_a_date_like_any_other(string zone, string entered, string told)
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("for ever", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        await using var context = await (await BrowserAsync()).Context.Browser!.NewContextAsync(new() { TimezoneId = zone, Locale = "en-US" });
        Watch.Start(context);
        await context.AddCookiesAsync([new() { Name = UiService.SessionCookie, Value = person.SessionCookie, Url = Service.Address.AbsoluteUri }]);
        var tokens = new TokensPage(await context.NewPageAsync());
        await tokens.OpenAsync(Service);
        await Assertions.Expect(tokens.Row("for ever")).ToContainTextAsync("Never expires");
        var dialog = await tokens.StartCreatingAsync();

        await dialog.Expires("Custom").CheckAsync();
        await dialog.At.FillAsync(entered);
        await Assertions.Expect(dialog.Dialog).ToContainTextAsync(told);
        await dialog.CreateAsync("at the border");

        if (told.StartsWith("Expires", StringComparison.Ordinal))
        {
            await tokens.SecretDialog.Close.ClickAsync();
            await Assertions.Expect(tokens.Row("at the border")).ToContainTextAsync("Never expires");
        }
        else
        {
            await dialog.ShouldRefuseAsync(told, "at the border");
        }
    }
}
