using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Tokens;

/// <summary>Errors are shown in the dialog, and the input is kept.</summary>
public sealed class CreateTokenErrorTests(TestRun run) : BrowserTests(run)
{
    private const int MaxTokens = 10;

    [Fact]
    public async Task A_blank_description()
    {
        var dialog = await (await TokensAsync(await Service.CreateUserAsync())).StartCreatingAsync();

        await dialog.CreateAsync("   ");
        await dialog.ShouldShowErrorAsync("Enter a description", "   ");
    }

    [Fact]
    public async Task A_description_of_more_than_255_code_points()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        var dialog = await tokens.StartCreatingAsync();
        var longest = string.Concat(Enumerable.Repeat("🔑", 255));

        await dialog.CreateAsync($"{longest}!");
        await dialog.ShouldShowErrorAsync("at most 255", $"{longest}!");

        await dialog.CreateAsync(longest);
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_description_that_is_in_the_list()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = await TokensAsync(user);
        var isSent = false;
        tokens.Page.Request += (_, request) => isSent |= request.Method == "POST";
        var dialog = await tokens.StartCreatingAsync();

        await dialog.CreateAsync("laptop");

        await dialog.ShouldShowErrorAsync("already", "laptop");
        isSent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_description_that_another_tab_has_used()
    {
        ExpectStatus(409);
        var user = await Service.CreateUserAsync();
        var dialog = await (await TokensAsync(user)).StartCreatingAsync();
        await user.CreateTokenAsync("laptop");

        await dialog.CreateAsync("laptop");

        await dialog.ShouldShowErrorAsync("already", "laptop");
    }

    [Fact]
    public async Task An_account_at_the_limit_cannot_create_tokens()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(MaxTokens);

        var tokens = await TokensAsync(user);

        await Assertions.Expect(tokens.Count(MaxTokens, MaxTokens)).ToBeVisibleAsync();
        await Assertions.Expect(tokens.NewToken).ToBeDisabledAsync();
        await Assertions.Expect(tokens.Page.GetByText("Delete one to create another")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_limit_that_another_tab_has_reached()
    {
        ExpectStatus(403);
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(MaxTokens - 1);
        var dialog = await (await TokensAsync(user)).StartCreatingAsync();
        await user.CreateTokenAsync("the last one");

        await dialog.CreateAsync("one too many");

        await dialog.ShouldShowErrorAsync("Too many PATs \\(10\\)", "one too many");
    }

    [Fact]
    public async Task An_expiry_in_the_past()
    {
        var dialog = await (await TokensAsync(await Service.CreateUserAsync())).StartCreatingAsync();
        await dialog.Expires("Custom").CheckAsync();
        await dialog.At.FillAsync("2020-02-29T12:00");

        await dialog.CreateAsync("laptop");

        await dialog.ShouldShowErrorAsync("in the future", "laptop");
    }

    [Fact]
    public async Task An_expiry_that_is_later_than_the_service_allows()
    {
        ExpectStatus(400);
        await StartAsync(("Pats:MaxLifetime", "30.00:00:00"));
        var tokens = new TokensPage(await BrowserAsync(await Service.CreateUserAsync()));
        await RemoveLimitAsync(tokens.Page);
        await tokens.OpenAsync(Service);
        var dialog = await tokens.StartCreatingAsync();
        await dialog.Expires("90 days").CheckAsync();

        await dialog.CreateAsync("laptop");

        // In local time, and not in UTC as in the response.
        var latest = DateTimeOffset.UtcNow.AddDays(30).ToString("MMM yyyy", CultureInfo.InvariantCulture);
        await dialog.ShouldShowErrorAsync($"should not be later than \\d+ {latest}, \\d\\d:\\d\\d:\\d\\d \\(UTC\\+0[12]:00\\)", "laptop");
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached()
    {
        Monitor.Expect("net::ERR_FAILED");
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        var dialog = await tokens.StartCreatingAsync();
        await tokens.Page.RouteAsync(TokensPage.Requests, route => route.AbortAsync());
        await dialog.CreateAsync("laptop");
        await dialog.ShouldShowErrorAsync("cannot be reached", "laptop");

        await tokens.Page.UnrouteAllAsync();
        await dialog.Create.ClickAsync();

        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
    }

    // As if the limit had been set after the page was loaded.
    private static Task<IAsyncDisposable> RemoveLimitAsync(IPage page) => page.RouteAsync("**/api/admin/ui-config", async route =>
    {
        var answer = await route.FetchAsync();
        var config = JsonNode.Parse(await answer.TextAsync())!;
        config["personalAccessTokens"]!.AsObject().Remove("maxLifetime");
        await route.FulfillAsync(new() { Response = answer, Body = config.ToJsonString() });
    });
}
