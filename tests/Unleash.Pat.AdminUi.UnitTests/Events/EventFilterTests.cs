using Bunit;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>The filter of the event log, in its address, its fields and its chips.</summary>
public class EventFilterTests : EventLogTests
{
    [Fact]
    public async Task The_address_determines_the_request()
    {
        await ShowAsync(
            "?type=pat-created&type=pat-rotated,pat-deleted&userId=1&subjectUserId=2&tokenId=3&query=laptop&from=2026-05-01T10:00:00.000Z&to=2026-05-02T10:00:00.000Z&cursor=abc");

        var (cursor, limit, filter) = Asked.ShouldHaveSingleItem();
        (cursor, limit).ShouldBe(("abc", 25));
        filter.Types.ShouldBe(["pat-created", "pat-rotated", "pat-deleted"]);
        (filter.UserId, filter.SubjectUserId, filter.TokenId, filter.Query).ShouldBe((1, 2, 3, "laptop"));
        (filter.From, filter.To).ShouldBe((TestTime.Now.AddDays(-2).AddHours(2), TestTime.Now.AddDays(-1).AddHours(2)));
    }

    [Fact]
    public async Task A_date_is_one_of_the_users_calendar_and_a_last_day_is_whole()
    {
        Time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), null, null));

        await ShowAsync("?from=2026-05-01&to=2026-05-01");

        var filter = Asked.ShouldHaveSingleItem().Filter;
        (filter.From, filter.To).ShouldBe(
            (new DateTimeOffset(2026, 4, 30, 22, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 1, 22, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task What_is_not_understood_is_left_out()
    {
        await ShowAsync("?type=&userId=abc&subjectUserId=&tokenId=1.5&from=x&to=&query=%20&cursor=");

        var (cursor, _, filter) = Asked.ShouldHaveSingleItem();
        cursor.ShouldBeNull();
        filter.ShouldBe(new AuditEventFilter());
    }

    [Fact]
    public async Task Several_kinds_are_chips_and_a_chip_removes_its_own()
    {
        var page = await ShowAsync("?cursor=abc");

        page.Find("#kind").Change("pat-created");
        page.WaitForAssertion(() => Asked.Count.ShouldBe(2));
        page.Find("#kind").Change("user-created");
        page.WaitForAssertion(() => Asked[^1].Filter.Types.ShouldBe(["pat-created", "user-created"]));
        Address.ShouldBe("admin/events?type=pat-created&type=user-created");

        page.Button("Remove the filter Token created").Click();

        Address.ShouldBe("admin/events?type=user-created");
        page.WaitForAssertion(() => Asked[^1].Filter.Types.ShouldBe(["user-created"]));
        page.Find(".chips a").GetAttribute("href").ShouldBe("admin/events");
    }

    [Fact]
    public async Task Times_are_sent_as_instants_and_unfinished_years_are_not()
    {
        Time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), null, null));
        var page = await ShowAsync();

        page.Find("#from").Change("0202-05-01T10:00");
        Address.ShouldBeEmpty();
        page.Find("#from").Change("2026-05-01T10:00");

        Address.ShouldBe("admin/events?from=2026-05-01T08%3A00%3A00.000Z");
        page.Find("#from").GetAttribute("value").ShouldBe("2026-05-01T10:00");
        page.HasButton("Remove the filter From 1 May 2026, 10:00").ShouldBeTrue();
    }

    [Fact]
    public async Task Exports_are_links_with_the_filter()
    {
        var page = await ShowAsync("?type=pat-created&userId=1&cursor=abc");

        var links = page.FindAll("a[download]");
        links.Select(link => link.GetAttribute("href")).ShouldBe(
            ["api/admin/events?userId=1&type=pat-created&format=csv", "api/admin/events?userId=1&type=pat-created&format=ndjson"]);
        links.Select(link => link.GetAttribute("aria-label")).ShouldBe(["Download CSV", "Download NDJSON"]);
    }

    [Fact]
    public async Task The_chips_name_the_accounts_and_the_token()
    {
        Answer(Page(Event(9, "pat-created", """{"description":"laptop"}""", subjectId: 5, subject: "ada", token: 7)));

        var page = await ShowAsync("?userId=1&subjectUserId=5&tokenId=7");

        page.FindAll(".filter-chip .user-text").Select(chip => chip.Text()).ShouldBe(["Done by anna", "About ada", "Token “laptop”"]);
    }

    [Fact]
    public async Task An_account_without_events_is_named_by_the_service()
    {
        Answer(Page());
        Client.Setup(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([new ServiceAccount { Id = 5, Username = "deploy" }]);
        Client.Setup(client => client.Users.GetAsync(6, It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.Create(404, "NotFoundError", "No."));

        var page = await ShowAsync("?userId=5&subjectUserId=6");

        page.FindAll(".filter-chip .user-text").Select(chip => chip.Text()).ShouldBe(["Done by deploy", "About account 6"]);
    }

    [Fact]
    public async Task A_time_that_is_typed_does_not_fill_the_browsers_history()
    {
        var page = await ShowAsync();

        page.Find("#from").Change("2026-05-01T10:00");
        Navigation.History.First().Options.ReplaceHistoryEntry.ShouldBeTrue();
        page.Find("#from").Change("");

        Navigation.History.First().Options.ReplaceHistoryEntry.ShouldBeTrue();
    }

    [Fact]
    public async Task The_fields_and_the_chips_share_what_is_known_of_accounts()
    {
        Answer(Page());
        Client.Setup(client => client.Users.GetAsync(6, It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.Create(404, "NotFoundError", "No."));
        Client.Setup(client => client.Users.SearchAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        var page = await ShowAsync("?userId=6");

        page.Find("#about").Change("6");

        page.WaitForAssertion(() => Address.ShouldBe("admin/events?userId=6&subjectUserId=6"));
        Client.Verify(client => client.Users.GetAsync(6, It.IsAny<CancellationToken>()), Times.Once);
        Client.Verify(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>()), Times.Once);
    }
}
