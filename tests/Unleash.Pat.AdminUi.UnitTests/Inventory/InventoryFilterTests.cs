using Bunit;
using Unleash.Pat.AdminUi.Inventory;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Inventory;

public class InventoryFilterTests : AllTokensPageTests
{
    [Fact]
    public async Task A_row_names_the_owner_and_links_to_the_account()
    {
        var page = await ShowAsync();

        Descriptions(page).ShouldBe(["laptop", "deploy"]);
        page.FindAll("td[data-label=Owner] a").Select(link => (link.Text(), link.GetAttribute("href"))).ShouldBe(
            [("Owner 1", "admin/users/1"), ("Owner 2", "admin/service-accounts/2")]);
        page.HasButton("Delete laptop of Owner 1").ShouldBeTrue();
        page.HasButton("Rotate laptop of Owner 1").ShouldBeFalse();
        page.Find(".count").Text().ShouldBe("2");
    }

    [Fact]
    public async Task The_newest_come_first_and_all_are_shown()
    {
        await ShowAsync();

        var (filter, sort, isDescending, cursor) = Asked.ShouldHaveSingleItem();
        filter.IsEmpty.ShouldBeTrue();
        (sort, isDescending, cursor).ShouldBe((InventorySort.CreatedAt, true, null));
    }

    [Fact]
    public async Task The_address_is_the_request()
    {
        const string Query = "state=active&accountType=User&userId=1&query=lap%20top&scope=api%3Aread&unrestricted=true&neverExpires=true"
            + "&expiresBefore=2026-06-01T00%3A00%3A00.000Z&createdBefore=2026-05-01T00%3A00%3A00.000Z&unusedSince=2026-02-01T00%3A00%3A00.000Z&violatesPolicy=true";
        var page = await ShowAsync($"?{Query}&sort=-expiresAt");

        var (filter, sort, isDescending, _) = Asked.ShouldHaveSingleItem();
        filter.ToQuery().ShouldBe(Query);
        (sort, isDescending).ShouldBe((InventorySort.ExpiresAt, true));
        page.FindAll(".filter-chip").Select(chip => chip.GetAttribute("aria-label")!["Remove the filter ".Length..]).ShouldBe(
        [
            "Active", "Users", "Owner: Owner 1", "“lap top”", "Scope: api:read", "Has all rights", "Never expires",
            "Expires before 1 Jun 2026", "Created before 1 May 2026", "Not used since 1 Feb 2026", "Breaks the policy",
        ]);
    }

    [Fact]
    public async Task What_is_not_understood_in_the_address_is_left_out()
    {
        await ShowAsync("?userId=x&expiresBefore=soon&neverExpires=perhaps&sort=colour");

        Asked.ShouldHaveSingleItem().Filter.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_filter_is_a_step_in_the_browsers_history_and_can_be_removed()
    {
        var page = await ShowAsync();

        page.Find("#state").Change("expired");
        Address.ShouldBe("admin/tokens?state=expired");
        Navigation.History.First().Options.ReplaceHistoryEntry.ShouldBeFalse();
        page.WaitForAssertion(() => Asked[^1].Filter.State.ShouldBe("expired"));

        page.Button("Remove the filter Expired").Click();
        Address.ShouldBe("admin/tokens");
    }

    [Fact]
    public async Task Dates_are_in_the_browsers_time_zone()
    {
        Time.SetLocalTimeZone(TestTime.SummerTime);
        var page = await ShowAsync();

        page.Find("#expiresBefore").Change("2026-06-01");

        page.WaitForAssertion(() => Asked[^1].Filter.ExpiresBefore.ShouldBe(new DateTimeOffset(2026, 5, 31, 22, 0, 0, TimeSpan.Zero)));
        page.Find("#expiresBefore").GetAttribute("value").ShouldBe("2026-06-01");
    }

    [Fact]
    public async Task A_heading_sorts_and_another_click_reverses_the_order()
    {
        var page = await ShowAsync();

        page.Button("Owner").Click();
        page.WaitForAssertion(() => (Asked[^1].Sort, Asked[^1].IsDescending).ShouldBe((InventorySort.Owner, false)));
        page.FindAll("th").Select(heading => heading.GetAttribute("aria-sort")).ShouldBe([null, "ascending", null, null, null, null, null]);

        page.Button("Owner↑").Click();
        page.WaitForAssertion(() => Address.ShouldBe("admin/tokens?sort=-owner"));
    }

    [Fact]
    public async Task The_questions_are_links_with_their_numbers()
    {
        Time.SetLocalTimeZone(TestTime.SummerTime);
        Answer(1234, null, Token(1, "laptop"));
        var page = await ShowAsync("?neverExpires=true");

        page.FindAll(".stat").Select(link => (link.Text(), link.GetAttribute("href"), link.GetAttribute("aria-current"))).ShouldBe(
        [
            ("1,234 never expire", "admin/tokens?neverExpires=true", "true"),
            ("1,234 unused for 90 days", "admin/tokens?unusedSince=2026-02-01T23%3A00%3A00.000Z", null),
            ("1,234 expire this month", "admin/tokens?state=active&expiresBefore=2026-05-31T22%3A00%3A00.000Z", null),
            ("1,234 break the policy", "admin/tokens?violatesPolicy=true", null),
        ]);
        Counted.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Nothing_found_is_not_an_error()
    {
        Answer(0, null);
        var page = await ShowAsync("?state=expired");

        page.VisibleText().ShouldContain("No tokens match these filters.");
        page.HasButton("Revoke these…").ShouldBeFalse();
        page.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task More_tokens_are_loaded_by_the_cursor()
    {
        Answer(3, "next", Token(1, "laptop"), Token(2, "deploy"));
        var page = await ShowAsync();
        page.VisibleText().ShouldContain("2 of 3");
        Answer(3, null, Token(2, "deploy"), Token(3, "phone"));

        page.Button("Load more").Click();

        page.WaitForAssertion(() => Descriptions(page).ShouldBe(["laptop", "deploy", "phone"]));
        Asked[^1].Cursor.ShouldBe("next");
        page.HasButton("Load more").ShouldBeFalse();
    }

    [Fact]
    public async Task Others_than_administrators_see_nothing()
    {
        Me.Permissions = [];

        (await ShowAsync()).VisibleText().ShouldContain("You need the role Admin to see this page.");
        Asked.ShouldBeEmpty();
    }
}
