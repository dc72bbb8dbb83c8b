using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Events;

/// <summary>What was done to or by one account.</summary>
public sealed class EventHistoryTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task Accounts_and_tokens_have_a_history()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, Unique("Pipeline"));
        var token = await CreateTokenAsync(admin, account, "deploy");
        var page = await ServiceAccountPageAsync(admin, account);
        var events = new EventsPage(page.Page);
        var history = page.Page.GetByRole(AriaRole.Table, new() { Name = "History" });
        await Assertions.Expect(history).ToContainTextAsync($"Token deploy created for {account.Name}");

        await page.Page.GetByLabel("Done by this account").CheckAsync();
        await page.ShouldShowAsync("Nothing happened yet.");
        await page.Link("All in the event log").ClickAsync();
        await ShouldBeAtAsync(page.Page, $"admin/events?userId={account.Id}");
        await Assertions.Expect(events.NothingFound).ToBeVisibleAsync();
        await Assertions.Expect(events.Chip($"Done by {account.Name}")).ToBeVisibleAsync();

        await page.Page.GoBackAsync();
        await page.Link("History of deploy").ClickAsync();
        await ShouldBeAtAsync(page.Page, $"admin/events?tokenId={token.Id}");
        await events.ShouldListAsync($"Token deploy created for {account.Name}");
    }

    [Fact]
    public async Task The_events_of_a_deleted_account_remain()
    {
        var admin = await AdministratorAsync();
        var user = await Service.CreateUserAsync();
        await user.CreateTokenAsync("laptop");
        var id = await IdAsync(user);
        await admin.Client.Users.DeleteAsync(id, Cancel);

        var events = await EventsAsync(admin, $"?userId={id}&type=pat-created");

        await events.ShouldListAsync("Token laptop created");
        await Assertions.Expect(events.Chip($"Done by {user.Name}")).ToBeVisibleAsync();
    }
}
