using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Support;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.EndToEndTests;

public sealed class TokenTableTests(TestRun run) : BrowserTests(run)
{
    [Fact]
    public async Task The_order_is_kept_in_the_address()
    {
        var person = await PersonWithAsync("banana", "apple", "cherry");
        var tokens = await TokensAsync(person);
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
    public async Task What_is_searched_for_is_kept_in_the_address()
    {
        var tokens = await TokensAsync(await PersonWithAsync("build server", "laptop", "Build agent"));

        await tokens.Search.PressSequentiallyAsync("BUILD");

        await tokens.ShouldListAsync("Build agent", "build server");
        await Assertions.Expect(tokens.Page).ToHaveURLAsync(new Regex("search=BUILD"));
        await tokens.Page.ReloadAsync();
        await tokens.ShouldListAsync("Build agent", "build server");
        await Assertions.Expect(tokens.Search).ToHaveValueAsync("BUILD");

        await tokens.Search.FillAsync("nothing like it");
        await Assertions.Expect(tokens.Page.GetByText("Nothing found").First).ToBeVisibleAsync();
        await tokens.Search.FillAsync("");
        await tokens.ShouldListAsync("Build agent", "laptop", "build server");
    }

    [Fact]
    public async Task An_expired_token_stays_with_a_warning()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync("over", DateTimeOffset.UtcNow.AddSeconds(2));
        await person.IssueAsync("alive", DateTimeOffset.UtcNow.AddDays(60));
        var warning = await Eventually.GetAsync(
            async () => (await person.Client.Tokens.ListAsync(Cancel)).Single(pat => pat.Description == "over").ExpiryWarning,
            found => found == ExpiryWarning.Expired,
            null,
            Cancel);
        warning.ShouldBe(ExpiryWarning.Expired);

        var tokens = await TokensAsync(person);

        await tokens.ShouldListAsync("alive", "over");
        await Assertions.Expect(tokens.Row("over")).ToContainTextAsync("expired");
        await Assertions.Expect(tokens.Row("alive")).Not.ToContainTextAsync("expire");
        await Assertions.Expect(tokens.Count(2, 10)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_it_is_a_table_too_for_those_who_hear_it()
    {
        var tokens = await TokensAsync(await PersonWithAsync("banana", "apple"));

        await tokens.Page.SetViewportSizeAsync(Look.Phone, Look.Height);
        await tokens.ShouldListAsync("apple", "banana");

        await tokens.Page.GetByLabel("Sort by").SelectOptionAsync("Description ↓");
        await tokens.ShouldListAsync("banana", "apple");
    }

    [Fact]
    public async Task What_a_description_holds_is_text_and_never_markup()
    {
        const string Markup = "<img src=x onerror=\"document.title='run'\"> & </td>";

        var tokens = await TokensAsync(await PersonWithAsync(Markup));

        await tokens.ShouldListAsync(Markup);
        (await tokens.Page.TitleAsync()).ShouldNotBe("run");
    }

    private async Task<Person> PersonWithAsync(params string[] descriptions)
    {
        var person = await Service.PersonAsync();
        foreach (var description in descriptions)
        {
            await person.IssueAsync(description);
        }

        return person;
    }
}
