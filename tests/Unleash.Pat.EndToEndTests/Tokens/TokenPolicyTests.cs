using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Tokens;

/// <summary>The form for a new token follows the service's rules.</summary>
public sealed class TokenPolicyTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task Only_allowed_lifetimes_are_offered_and_the_default_is_chosen()
    {
        await StartAsync(("Pats:MaxLifetime", "45.00:00:00"), ("Pats:DefaultLifetime", "45.00:00:00"), ("Pats:RequireDescription", "true"));
        var user = await Service.CreateUserAsync();
        var tokens = await TokensAsync(user);
        var dialog = await tokens.StartCreatingAsync();

        await Assertions.Expect(dialog.Choices).ToHaveTextAsync(["7 days", "30 days", "45 days", "Custom"]);
        await Assertions.Expect(dialog.Expires("45 days")).ToBeCheckedAsync();
        await Assertions.Expect(dialog.Dialog).ToContainTextAsync("At most 45 days: until");
        await Assertions.Expect(dialog.Description).ToHaveAttributeAsync("aria-required", "true");
        await dialog.CreateAsync("");
        await dialog.ShouldShowErrorAsync("Enter a description", "");
        await dialog.Expires("Custom").CheckAsync();
        await dialog.At.FillAsync("2099-01-01T00:00");
        await dialog.ShouldShowErrorAsync("must not be later than", "");

        await dialog.Expires("45 days").CheckAsync();
        await dialog.CreateAsync("as long as can be");
        await tokens.SecretDialog.CloseAsync();
        await tokens.ShouldListAsync("as long as can be");
    }

    [Fact]
    public async Task With_tokens_switched_off_existing_ones_can_be_deleted()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        await StartAsync([("Pats:Enabled", "false"), .. Service.DatabaseSettings]);

        var tokens = await TokensAsync(user);
        await Assertions.Expect(tokens.Page.GetByText("Creating tokens is switched off on this service.")).ToBeVisibleAsync();
        await Assertions.Expect(tokens.NewToken).ToHaveCountAsync(0);
        await tokens.ShouldListAsync("laptop");
        await tokens.Page.ShouldRenderCorrectlyAsync("tokens-switched-off");

        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();
        await tokens.ShouldShowAsync("Deleted “laptop”.");
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        (await user.Client.Tokens.ListAsync(Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("America/Los_Angeles", "9999-12-31T23:59", "Expires on 31 Dec 9999")]
    [InlineData("Asia/Tokyo", "9999-12-31T23:59", "Expires on 31 Dec 9999")]
    [InlineData("Pacific/Kiritimati", "0001-01-01T00:00", "The expiry must be in the future.")]
    [InlineData("Pacific/Niue", "0001-01-01T00:00", "The expiry must be in the future.")]
    public async Task Both_ends_of_the_calendar_can_be_entered(string zone, string entered, string text)
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("never expires", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero));
        await using var context = await (await BrowserAsync()).Context.Browser!.NewContextAsync(new() { TimezoneId = zone, Locale = "en-US" });
        Monitor.Start(context);
        await context.AddCookiesAsync([new() { Name = UiService.SessionCookie, Value = user.SessionCookie, Url = Service.Address.AbsoluteUri }]);
        var tokens = new TokensPage(await context.NewPageAsync());
        await tokens.OpenAsync(Service);
        await Assertions.Expect(tokens.Row("never expires")).ToContainTextAsync("Never expires");
        var dialog = await tokens.StartCreatingAsync();

        await dialog.Expires("Custom").CheckAsync();
        await dialog.At.FillAsync(entered);
        await Assertions.Expect(dialog.Dialog).ToContainTextAsync(text);
        await dialog.CreateAsync("at the border");

        if (text.StartsWith("Expires", StringComparison.Ordinal))
        {
            await tokens.SecretDialog.CloseAsync();
            await Assertions.Expect(tokens.Row("at the border")).ToContainTextAsync("Never expires");
        }
        else
        {
            await dialog.ShouldShowErrorAsync(text, "at the border");
        }
    }
}
