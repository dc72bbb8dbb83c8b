using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Events;

public sealed class EventLogTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task The_newest_comes_first()
    {
        var admin = await AdministratorAsync();
        var user = await UserAsync(admin, Unique("created"));
        await admin.CreateTokenAsync("laptop");

        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}");

        await events.ShouldListAsync(
            ("Token created", "laptop"),
            ("Link for a password created", user.Username!),
            ("User created", user.Username!),
            ("Signed in", "from 127.0.0.1"));
    }

    [Fact]
    public async Task The_filters_are_kept_in_the_address_until_they_are_cleared()
    {
        var admin = await AdministratorAsync();
        await admin.CreateTokenAsync("laptop");
        var id = await IdAsync(admin);
        var events = await EventsAsync(admin);

        await events.DoneBy.SelectOptionAsync(new SelectOptionValue { Value = $"{id}" });
        await events.Kind.SelectOptionAsync("Token created");
        await events.ShouldListAsync(("Token created", "laptop"));
        await Assertions.Expect(events.Page).ToHaveURLAsync(new Regex("type=pat-created"));
        await Assertions.Expect(events.Page).ToHaveURLAsync(new Regex($"userId={id}\\b"));

        await events.Page.ReloadAsync();
        await events.ShouldListAsync(("Token created", "laptop"));
        await Assertions.Expect(events.DoneBy).ToHaveValueAsync($"{id}");
        await Assertions.Expect(events.Kind).ToHaveValueAsync("pat-created");

        await events.Kind.SelectOptionAsync("Token deleted");
        await Assertions.Expect(events.NothingFound).ToBeVisibleAsync();
        await events.ClearFilters.ClickAsync();
        await Assertions.Expect(events.Page).ToHaveURLAsync(Service.At("admin/events"));
        await Assertions.Expect(events.Kind).ToHaveValueAsync("");
        await Assertions.Expect(events.DoneBy).ToHaveValueAsync("");
        await Assertions.Expect(events.ClearFilters).ToBeHiddenAsync();
    }

    [Fact]
    public async Task More_than_25_events_have_pages()
    {
        var admin = await AdministratorAsync();
        for (var number = 0; number < 27; number++)
        {
            await ServiceAccountAsync(admin, Unique("many"));
        }

        var events = await EventsAsync(admin, $"?userId={await IdAsync(admin)}");
        await events.ShouldShowAsync("1–25 of 28");
        await Assertions.Expect(events.Rows).ToHaveCountAsync(25);

        await events.Next.ClickAsync();
        await events.ShouldShowAsync("26–28 of 28");
        await Assertions.Expect(events.Rows).ToHaveCountAsync(3);
        await events.Page.ReloadAsync();
        await Assertions.Expect(events.Rows.Last).ToContainTextAsync("Signed in");

        await events.Kind.SelectOptionAsync("Signed in");
        await events.ShouldListAsync(("Signed in", "from 127.0.0.1"));
        await Assertions.Expect(events.Page).Not.ToHaveURLAsync(new Regex("page="));
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

    [Fact]
    public async Task Links_lead_to_the_events_of_one_account()
    {
        var admin = await AdministratorAsync();
        var actor = await Service.CreateUserAsync(RootRole.Admin);
        var id = await IdAsync(actor);
        var user = await UserAsync(actor, Unique("created"));
        var page = await UserPageAsync(admin, id, actor.Name);
        await page.Link("Events").ClickAsync();
        var events = new EventsPage(page.Page);
        await events.ShouldListAsync(("Link for a password created", user.Username!), ("User created", user.Username!), ("Signed in", "from 127.0.0.1"));

        await events.Kind.SelectOptionAsync("User created");
        await events.ShouldListAsync(("User created", user.Username!));
        await events.Link(actor.Name).First.ClickAsync();

        await events.ShouldListAsync(
            ("Link for a password created", user.Username!), ("User created", user.Username!), ("Signed in", "from 127.0.0.1"));
        await Assertions.Expect(events.Page).ToHaveURLAsync(Service.At($"admin/events?userId={id}"));
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

        await events.ShouldListAsync(("Token created", "laptop"));
        await Assertions.Expect(events.Rows).ToContainTextAsync([user.Name]);
        await Assertions.Expect(events.DoneBy.GetByRole(AriaRole.Option, new() { Name = $"Account {id}" })).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("?page=abc&userId=x&type=nonsense", false)]
    [InlineData("?page=-3&userId=99999999999999999999&type=", true)]
    [InlineData("?page=99999999999", true)]
    [InlineData("?page=2147483647&userId=-1&type=%00%22%3Cb%3E", false)]
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
