using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Events;

public sealed class EventLogTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task A_row_says_what_happened_by_whom_and_from_where()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("created"));
        await admin.CreateTokenAsync("laptop");

        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}");

        await events.ShouldListAsync(
            "Token laptop created", $"Link for the password of {user.Username} created", $"User {user.Username} created", "Signed in");
        await Assertions.Expect(events.Rows.First).ToContainTextAsync(admin.Name);
        await Assertions.Expect(events.Rows.First).ToContainTextAsync("127.0.0.1");
        await Assertions.Expect(events.Rows.Last).ToContainTextAsync("127.0.0.1");
    }

    [Fact]
    public async Task Filters_are_in_the_address_and_Back_removes_them()
    {
        var admin = await AdministratorAsync();
        await admin.CreateTokenAsync("laptop");
        var id = await IdAsync(admin);
        var events = await EventsAsync(admin);

        // Chosen as a browser does it: the suggestion becomes the field's text.
        await events.DoneBy.PressSequentiallyAsync(admin.Name);
        var suggestion = events.Page.Locator("#done-by-accounts option");
        await Assertions.Expect(suggestion).ToHaveCountAsync(1);
        await events.DoneBy.FillAsync((await suggestion.GetAttributeAsync("value"))!);
        await ShouldBeAtAsync(events.Page, $"admin/events?userId={id}");
        await Assertions.Expect(events.DoneBy).ToHaveValueAsync("");
        await events.Kind.SelectOptionAsync("Token created");
        await events.Kind.SelectOptionAsync("User deleted");
        await events.ShouldListAsync("Token laptop created");

        await events.Page.ReloadAsync();
        await events.ShouldListAsync("Token laptop created");
        await events.Chip("Token created").ClickAsync();
        await Assertions.Expect(events.NothingFound).ToBeVisibleAsync();
        await events.Page.GoBackAsync();
        await events.ShouldListAsync("Token laptop created");

        await events.ClearFilters.ClickAsync();
        await ShouldBeAtAsync(events.Page, "admin/events");
        await Assertions.Expect(events.ClearFilters).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Pages_lead_to_older_events_and_back_and_all_are_exported()
    {
        var admin = await AdministratorAsync();
        for (var number = 0; number < 27; number++)
        {
            await ServiceAccountAsync(admin, Unique("many"));
        }

        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}");
        await events.ShouldShowAsync("The newest events");
        await Assertions.Expect(events.Rows).ToHaveCountAsync(25);

        await events.Link("Older").ClickAsync();
        await events.ShouldShowAsync("Older events");
        await Assertions.Expect(events.Rows).ToHaveCountAsync(3);
        await events.Page.ReloadAsync();
        await Assertions.Expect(events.Rows.Last).ToContainTextAsync("Signed in");
        await events.Page.GoBackAsync();
        await Assertions.Expect(events.Rows).ToHaveCountAsync(25);
        await events.Page.GoForwardAsync();
        await Assertions.Expect(events.Rows).ToHaveCountAsync(3);
        await events.Link("Newer").ClickAsync();
        await Assertions.Expect(events.Rows).ToHaveCountAsync(25);
        await Assertions.Expect(events.Page).Not.ToHaveURLAsync(new Regex("cursor="));

        var csv = await events.Page.RunAndWaitForDownloadAsync(() => events.Link("Download CSV").ClickAsync());
        (await File.ReadAllLinesAsync(await csv.PathAsync(), Cancel)).Length.ShouldBe(29);
        var ndjson = await events.Page.RunAndWaitForDownloadAsync(() => events.Link("Download NDJSON").ClickAsync());
        (await File.ReadAllLinesAsync(await ndjson.PathAsync(), Cancel)).Length.ShouldBe(28);
    }

    [Fact]
    public async Task New_events_appear_at_the_top_but_do_not_move_what_is_read()
    {
        var admin = await AdministratorAsync();
        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}");
        await events.Live.CheckAsync();

        await admin.CreateTokenAsync("laptop");
        await events.ShouldListAsync("Token laptop created", "Signed in");

        await events.OpenDetailsAsync(0);
        await admin.CreateTokenAsync("phone");
        await events.Button("Show 1 new event").ClickAsync();
        await Assertions.Expect(events.Rows.First).ToContainTextAsync("Token phone created");
    }

    [Fact]
    public async Task The_details_of_a_change_show_the_values_before_and_after()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("changed"), "Before Hand");
        await admin.Client.Users.UpdateAsync(user.Id, new UserUpdate { Name = "After Wards", RootRole = RootRole.Editor }, Cancel);
        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}&type=user-updated");

        await events.OpenDetailsAsync(0);

        await Assertions.Expect(Change(events, "Name")).ToHaveTextAsync(["Before Hand", "After Wards"]);
        await Assertions.Expect(Change(events, "Root role")).ToHaveTextAsync(["Viewer", "Editor"]);
        await Assertions.Expect(events.Changes.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Property", "Before", "After"]);
        await events.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Hide details of event") }).ClickAsync();
        await Assertions.Expect(events.Changes).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("?userId=x&type=nonsense", false)]
    [InlineData("?cursor=&userId=99999999999999999999&type=&from=yesterday&query=%20", true)]
    [InlineData("?type=%00%22%3Cb%3E", false)]
    public async Task Invalid_values_in_the_address_are_ignored(string query, bool hasEvents)
    {
        var events = await EventsAsync(await AdministratorAsync(), query);

        await Assertions.Expect(hasEvents ? events.Rows.First : events.NothingFound).ToBeVisibleAsync();
        await Assertions.Expect(events.TryAgain).ToBeHiddenAsync();
    }

    private static ILocator Change(EventsPage events, string property) => events.Changes.GetByRole(AriaRole.Row)
        .Filter(new() { Has = events.Page.GetByRole(AriaRole.Rowheader, new() { Name = property, Exact = true }) })
        .GetByRole(AriaRole.Cell);
}
