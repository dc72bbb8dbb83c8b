using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Tokens;

/// <summary>Between the request to create a token and the response.</summary>
public sealed class CreateTokenPendingTests(TestRun run) : BrowserTests(run)
{
    private const string Back = "new Promise(done => { addEventListener('popstate', done, { once: true }); history.back(); })";

    [Fact]
    public async Task Neither_a_key_nor_a_click_nor_Back_leaves_the_dialog()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        await tokens.MenuLink("Account").ClickAsync();
        await Assertions.Expect(tokens.Heading("Account")).ToBeVisibleAsync();
        await tokens.MenuLink("Tokens").ClickAsync();
        var (dialog, held) = await CreateAsync(tokens);

        await Assertions.Expect(dialog.Cancel).ToBeDisabledAsync();
        await tokens.Page.Keyboard.PressAsync("Escape");
        await tokens.Page.Mouse.ClickAsync(5, 5);
        await tokens.Page.EvaluateAsync(Back);
        await tokens.Page.EvaluateAsync("Blazor.navigateTo('profile')");
        held.Release();

        await tokens.SecretDialog.ReadAsync();
        await tokens.SecretDialog.CloseAsync();
        await tokens.ShouldListAsync("laptop");
    }

    [Fact]
    public async Task The_browser_asks_before_leaving_the_tab()
    {
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        var requested = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        tokens.Page.Dialog += async (_, question) =>
        {
            await question.DismissAsync();
            requested.TrySetResult(question.Type);
        };
        var (_, held) = await CreateAsync(tokens);

        await tokens.Page.EvaluateAsync("setTimeout(() => location.reload())");
        (await requested.Task.WaitAsync(Cancel)).ShouldBe("beforeunload");
        held.Release();

        await tokens.SecretDialog.ReadAsync();
        await tokens.SecretDialog.CloseAsync();
        await tokens.ShouldListAsync("laptop");
    }

    [Fact]
    public async Task Without_a_response_it_says_that_the_token_may_exist_and_refreshes_the_list()
    {
        Monitor.Expect("net::ERR_FAILED");
        var tokens = await TokensAsync(await Service.CreateUserAsync());
        var dialog = await tokens.StartCreatingAsync();
        await tokens.Page.RouteAsync(TokensPage.Requests, async route =>
        {
            if (route.Request.Method == "POST")
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });

        await dialog.CreateAsync("laptop");

        await dialog.ShouldShowErrorAsync("The token may have been created", "laptop");
        await Assertions.Expect(tokens.Page.GetByText("laptop").First).ToBeVisibleAsync();
        await dialog.Create.ClickAsync();
        await dialog.ShouldShowErrorAsync("already have a token with this description", "laptop");
        await dialog.Cancel.ClickAsync();
        await tokens.ShouldListAsync("laptop");
    }

    private static async Task<(CreateTokenDialog Dialog, HeldRequests Held)> CreateAsync(TokensPage tokens)
    {
        var dialog = await tokens.StartCreatingAsync();
        var held = await HeldRequests.HoldAsync(tokens.Page, TokensPage.Requests, "POST");
        var sent = tokens.Page.WaitForRequestAsync(TokensPage.Requests);
        await dialog.CreateAsync("laptop");
        await sent;
        return (dialog, held);
    }
}
