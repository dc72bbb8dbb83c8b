using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Tokens;

public sealed class TokenErrorTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task A_token_that_could_not_be_deleted_reappears()
    {
        Monitor.Expect("net::ERR_FAILED");
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = await TokensAsync(user);
        await tokens.Page.RouteAsync($"{TokensPage.Requests}/*", route => route.AbortAsync());

        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();

        await Assertions.Expect(tokens.Error).ToContainTextAsync("was not deleted");
        await tokens.ShouldListAsync("laptop");
        (await user.Client.Tokens.ListAsync(Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_token_stays_if_the_user_cancels()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = await TokensAsync(user);

        await (await tokens.StartDeletingAsync("laptop")).Cancel.ClickAsync();

        await Assertions.Expect(tokens.DeleteDialog.Heading).ToBeHiddenAsync();
        await tokens.ShouldListAsync("laptop");
        (await user.Client.Tokens.ListAsync(Cancel)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_list_that_cannot_be_loaded_is_an_error_and_not_empty(int status)
    {
        Monitor.Expect("net::ERR_FAILED");
        ExpectStatus(status);
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var tokens = new TokensPage(await BrowserAsync(user));
        await tokens.Page.RouteAsync(TokensPage.Requests, route => status == 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = status }));

        await tokens.OpenAsync(Service);

        await Assertions.Expect(tokens.TryAgain).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Error).ToContainTextAsync("Could not load");
        await Assertions.Expect(tokens.Empty).ToBeHiddenAsync();

        await tokens.Page.UnrouteAllAsync();
        await tokens.TryAgain.ClickAsync();
        await tokens.ShouldListAsync("laptop");
        await Assertions.Expect(tokens.TryAgain).ToBeHiddenAsync();
    }
}
