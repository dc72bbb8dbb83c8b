using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

public sealed class FailureTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task A_token_that_was_not_deleted_comes_back()
    {
        Watch.Expect("net::ERR_FAILED");
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = await TokensAsync(person);
        await tokens.Page.RouteAsync($"{TokensPage.Requests}/*", route => route.AbortAsync());

        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();

        await Assertions.Expect(tokens.Problem).ToContainTextAsync("was not deleted");
        await tokens.ShouldListAsync("laptop");
        (await person.Client.Tokens.ListAsync(Cancel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_token_that_is_not_to_be_deleted_stays()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = await TokensAsync(person);

        await (await tokens.StartDeletingAsync("laptop")).Cancel.ClickAsync();

        await Assertions.Expect(tokens.DeleteDialog.Heading).ToBeHiddenAsync();
        await tokens.ShouldListAsync("laptop");
        (await person.Client.Tokens.ListAsync(Cancel)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_list_that_does_not_load_is_a_failure_and_not_empty(int status)
    {
        Watch.Expect("net::ERR_FAILED");
        ExpectStatus(status);
        var person = await Service.PersonAsync();
        await person.IssueAsync("laptop");
        var tokens = new TokensPage(await BrowserAsync(person));
        await tokens.Page.RouteAsync(TokensPage.Requests, route => status == 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = status }));

        await tokens.OpenAsync(Service);

        await Assertions.Expect(tokens.TryAgain).ToBeVisibleAsync();
        await Assertions.Expect(tokens.Problem).ToContainTextAsync("Could not load");
        await Assertions.Expect(tokens.Empty).ToBeHiddenAsync();

        await tokens.Page.UnrouteAllAsync();
        await tokens.TryAgain.ClickAsync();
        await tokens.ShouldListAsync("laptop");
        await Assertions.Expect(tokens.TryAgain).ToBeHiddenAsync();
    }
}
