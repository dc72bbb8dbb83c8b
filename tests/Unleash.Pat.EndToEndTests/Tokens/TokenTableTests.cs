using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.EndToEndTests.Tokens;

public sealed class TokenTableTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task The_order_is_kept_in_the_address()
    {
        var user = await PersonWithAsync("banana", "apple", "cherry");
        var tokens = await TokensAsync(user);
        await tokens.ShouldListAsync("cherry", "apple", "banana");

        await tokens.Head("Description").ClickAsync();
        await tokens.ShouldListAsync("apple", "banana", "cherry");
        await Assertions.Expect(tokens.Page).ToHaveURLAsync(new Regex("sort=description"));

        await tokens.Head("Description").ClickAsync();
        await tokens.ShouldListAsync("cherry", "banana", "apple");
        await Assertions.Expect(tokens.Page).ToHaveURLAsync(new Regex("order=desc"));

        await tokens.Page.ReloadAsync();
        await tokens.ShouldListAsync("cherry", "banana", "apple");
    }

    [Fact]
    public async Task The_search_is_kept_in_the_address()
    {
        var tokens = await TokensAsync(await PersonWithAsync("build server", "laptop", "Build agent"));

        await tokens.Search.PressSequentiallyAsync("BUILD");

        await tokens.ShouldListAsync("Build agent", "build server");
        await Assertions.Expect(tokens.Page).ToHaveURLAsync(new Regex("search=BUILD"));
        await tokens.Page.ReloadAsync();
        await tokens.ShouldListAsync("Build agent", "build server");
        await Assertions.Expect(tokens.Search).ToHaveValueAsync("BUILD");

        await tokens.Search.FillAsync("nothing like it");
        await Assertions.Expect(tokens.Page.GetByText("Nothing matches").First).ToBeVisibleAsync();
        await tokens.Search.FillAsync("");
        await tokens.ShouldListAsync("Build agent", "laptop", "build server");
    }

    [Fact]
    public async Task An_expired_token_stays_with_a_warning()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("over", DateTimeOffset.UtcNow.AddSeconds(2));
        await user.CreateTokenAsync("alive", DateTimeOffset.UtcNow.AddDays(60));
        var warning = await Eventually.GetAsync(
            async () => (await user.Client.Tokens.ListAsync(Cancel)).Single(pat => pat.Description == "over").ExpiryWarning,
            found => found == ExpiryWarning.Expired,
            null,
            Cancel);
        warning.ShouldBe(ExpiryWarning.Expired);

        var tokens = await TokensAsync(user);

        await tokens.ShouldListAsync("alive", "over");
        await Assertions.Expect(tokens.Row("over")).ToContainTextAsync("expired");
        await Assertions.Expect(tokens.Row("alive")).Not.ToContainTextAsync("expire");
        await Assertions.Expect(tokens.Count(2, 10)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_it_is_still_a_table_for_screen_readers()
    {
        var tokens = await TokensAsync(await PersonWithAsync("banana", "apple"));

        await tokens.Page.SetViewportSizeAsync(Viewport.Phone, Viewport.Height);
        await tokens.ShouldListAsync("apple", "banana");

        await tokens.Page.GetByLabel("Sort by").SelectOptionAsync("Description ↓");
        await tokens.ShouldListAsync("banana", "apple");
    }

    [Fact]
    public async Task A_description_is_text_and_not_markup()
    {
        const string Markup = "<img src=x onerror=\"document.title='run'\"> & </td>";

        var tokens = await TokensAsync(await PersonWithAsync(Markup));

        await tokens.ShouldListAsync(Markup);
        (await tokens.Page.TitleAsync()).ShouldNotBe("run");
    }

    private async Task<TestUser> PersonWithAsync(params string[] descriptions)
    {
        var user = await Service.CreateUserAsync();
        foreach (var description in descriptions)
        {
            await user.CreateTokenAsync(description);
        }

        return user;
    }
}
