using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>Whatever keeps a token from being created is told in the dialog, and costs nobody the draft.</summary>
public sealed class CreateRefusalTests(TestRun run) : BrowserTests(run)
{
    private const int Most = 10;

    [Fact]
    public async Task A_blank_description()
    {
        var dialog = await (await TokensAsync(await Service.PersonAsync())).StartCreatingAsync();

        await dialog.CreateAsync("   ");
        await dialog.ShouldRefuseAsync("Enter a description", "   ");
    }

    [Fact]
    public async Task A_description_of_more_than_255_code_points()
    {
        var tokens = await TokensAsync(await Service.PersonAsync());
        var dialog = await tokens.StartCreatingAsync();
        var longest = string.Concat(Enumerable.Repeat("🔑", 255));

        await dialog.CreateAsync($"{longest}!");
        await dialog.ShouldRefuseAsync("at most 255", $"{longest}!");

        await dialog.CreateAsync(longest);
        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_description_that_is_in_the_list()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = await TokensAsync(person);
        var isAsked = false;
        tokens.Page.Request += (_, request) => isAsked |= request.Method == "POST";
        var dialog = await tokens.StartCreatingAsync();

        await dialog.CreateAsync("laptop");

        await dialog.ShouldRefuseAsync("already", "laptop");
        isAsked.ShouldBeFalse();
    }

    [Fact]
    public async Task A_description_that_another_tab_has_taken()
    {
        ExpectStatus(409);
        var person = await Service.PersonAsync();
        var dialog = await (await TokensAsync(person)).StartCreatingAsync();
        await person.IssueAsync("laptop");

        await dialog.CreateAsync("laptop");

        await dialog.ShouldRefuseAsync("already", "laptop");
    }

    [Fact]
    public async Task A_full_account_is_told_beforehand()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(Most);

        var tokens = await TokensAsync(person);

        await Assertions.Expect(tokens.Count(Most, Most)).ToBeVisibleAsync();
        await Assertions.Expect(tokens.NewToken).ToBeDisabledAsync();
        await Assertions.Expect(tokens.Page.GetByText("Delete one to create another")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_account_that_another_tab_has_filled()
    {
        ExpectStatus(403);
        var person = await Service.PersonAsync();
        await person.IssueAsync(Most - 1);
        var dialog = await (await TokensAsync(person)).StartCreatingAsync();
        await person.IssueAsync("the last one");

        await dialog.CreateAsync("one too many");

        await dialog.ShouldRefuseAsync("Too many PATs \\(10\\)", "one too many");
    }

    [Fact]
    public async Task An_expiry_in_the_past()
    {
        var dialog = await (await TokensAsync(await Service.PersonAsync())).StartCreatingAsync();
        await dialog.Expires("Custom").CheckAsync();
        await dialog.At.FillAsync("2020-02-29T12:00");

        await dialog.CreateAsync("laptop");

        await dialog.ShouldRefuseAsync("in the future", "laptop");
    }

    [Fact]
    public async Task An_expiry_that_is_later_than_the_service_allows()
    {
        ExpectStatus(400);
        await StartAsync(("Pats:MaxLifetime", "30.00:00:00"));
        var tokens = new TokensPage(await BrowserAsync(await Service.PersonAsync()));
        await ForgetTheRulesAsync(tokens.Page);
        await tokens.OpenAsync(Service);
        var dialog = await tokens.StartCreatingAsync();
        await dialog.Expires("90 days").CheckAsync();

        await dialog.CreateAsync("laptop");

        // As a person here reads it, and not as the wire has it.
        var latest = DateTimeOffset.UtcNow.AddDays(30).ToString("MMM yyyy", CultureInfo.InvariantCulture);
        await dialog.ShouldRefuseAsync($"should not be later than \\d+ {latest}, \\d\\d:\\d\\d:\\d\\d \\(UTC\\+0[12]:00\\)", "laptop");
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached()
    {
        Watch.Expect("net::ERR_FAILED");
        var tokens = await TokensAsync(await Service.PersonAsync());
        var dialog = await tokens.StartCreatingAsync();
        await tokens.Page.RouteAsync(TokensPage.Requests, route => route.AbortAsync());
        await dialog.CreateAsync("laptop");
        await dialog.ShouldRefuseAsync("cannot be reached", "laptop");

        await tokens.Page.UnrouteAllAsync();
        await dialog.Create.ClickAsync();

        await Assertions.Expect(tokens.SecretDialog.Heading).ToBeVisibleAsync();
    }

    // As where they have changed since the page was loaded.
    private static Task<IAsyncDisposable> ForgetTheRulesAsync(IPage page) => page.RouteAsync("**/api/admin/ui-config", async route =>
    {
        var answer = await route.FetchAsync();
        var config = JsonNode.Parse(await answer.TextAsync())!;
        config["personalAccessTokens"]!.AsObject().Remove("maxLifetime");
        await route.FulfillAsync(new() { Response = answer, Body = config.ToJsonString() });
    });
}
