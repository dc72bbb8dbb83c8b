using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

/// <summary>Searching, sorting and paging.</summary>
public class TokenTableTests : TokensPageTests
{
    public TokenTableTests() => Answer(Token(1, "Laptop"), Token(3, "build"), Token(2, "phone"));

    [Fact]
    public async Task The_newest_comes_first_by_default() =>
        Descriptions(await ShowAsync()).ShouldBe(["Laptop", "phone", "build"]);

    [Fact]
    public async Task Tokens_of_the_same_millisecond_are_also_sorted_newest_first()
    {
        Answer([.. Enumerable.Range(1, 3).Select(id => new PersonalAccessToken { Id = id, Description = $"token {id}", CreatedAt = TestTime.Now, ExpiresAt = TestTime.Now.AddDays(1) })]);

        Descriptions(await ShowAsync()).ShouldBe(["token 3", "token 2", "token 1"]);
    }

    [Fact]
    public async Task A_search_filters_the_list_marks_the_matches_and_is_in_the_address()
    {
        var page = await ShowAsync();

        page.Find("#search").Input("P");

        Descriptions(page).ShouldBe(["Laptop", "phone"]);
        page.FindAll("mark").Select(mark => mark.TextContent).ShouldBe(["p", "p"]);
        page.Status().ShouldBe("2 of 3 found");
        Address.ShouldBe("?search=P");
    }

    [Fact]
    public async Task A_search_without_a_match_is_not_an_empty_list()
    {
        var page = await ShowAsync();

        page.Find("#search").Input("tablet");

        page.VisibleText().ShouldContain("Nothing matches “tablet”.");
        page.VisibleText().ShouldNotContain("No tokens yet");
        page.Status().ShouldBe("0 of 3 found");

        page.Find("#search").Input("");
        Descriptions(page).Count().ShouldBe(3);
        Address.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_click_on_a_heading_sorts_and_another_reverses_the_order()
    {
        var page = await ShowAsync();
        Orders(page).ShouldBe([null, null, null, "descending", null, null]);

        Press(page, "Description");
        Descriptions(page).ShouldBe(["build", "Laptop", "phone"]);
        Orders(page).ShouldBe(["ascending", null, null, null, null, null]);
        Address.ShouldBe("?sort=description");

        Press(page, "Description");
        Descriptions(page).ShouldBe(["phone", "Laptop", "build"]);
        Orders(page).ShouldBe(["descending", null, null, null, null, null]);
        Address.ShouldContain("order=desc");
        Navigation.History.ShouldAllBe(step => step.Options.ReplaceHistoryEntry);
    }

    [Fact]
    public async Task The_order_is_stored_in_the_browser()
    {
        var page = await ShowAsync();

        Press(page, "Created");
        Press(page, "Created");

        Script.Invocations["saveSetting"].Select(call => call.Arguments).ShouldBe([["order-tokens", "created "], ["order-tokens", "created desc"]]);
    }

    [Theory]
    [InlineData("description desc", "", "phone")]
    [InlineData("description desc", "?sort=description", "build")]
    [InlineData("description desc", "?sort=unknown", "phone")]
    [InlineData("unknown desc", "", "Laptop")]
    [InlineData("", "", "Laptop")]
    public async Task The_address_overrides_the_stored_order(string stored, string address, string first)
    {
        Script.Setup<string?>("getSetting", "order-tokens").SetResult(stored);
        Navigation.NavigateTo(address);

        Descriptions(await ShowAsync()).First().ShouldBe(first);
    }

    [Fact]
    public async Task Narrow_windows_sort_with_a_select_element()
    {
        var page = await ShowAsync();

        page.Find("#sort-tokens").Change("description desc");

        Descriptions(page).ShouldBe(["phone", "Laptop", "build"]);
        page.Find("#sort-tokens option[selected]").Text().ShouldBe("Description ↓");
    }

    [Fact]
    public async Task Many_tokens_have_pages_and_a_search_starts_at_the_first()
    {
        Answer([.. Enumerable.Range(1, 30).Select(id => Token(id, $"token {id:00}"))]);
        Navigation.NavigateTo("?page=9");
        var page = await ShowAsync();
        Descriptions(page).ShouldBe(["token 26", "token 27", "token 28", "token 29", "token 30"]);

        page.Button("Previous").Click();
        Descriptions(page).Count().ShouldBe(25);
        Address.ShouldBeEmpty();

        page.Button("Next").Click();
        Address.ShouldBe("?page=2");
        page.Find("#search").Input("token");
        Address.ShouldBe("?search=token");
    }

    private static IEnumerable<string?> Orders(IRenderedComponent<Shell> page) =>
        page.FindAll("thead th").Select(heading => heading.GetAttribute("aria-sort"));

    private static void Press(IRenderedComponent<Shell> page, string heading) =>
        page.FindAll("thead button").Single(button => button.TextContent.Contains(heading, StringComparison.Ordinal)).Click();
}
