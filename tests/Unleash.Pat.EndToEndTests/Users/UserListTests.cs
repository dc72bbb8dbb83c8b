using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Users;

public sealed class UserListTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task The_order_and_the_search_are_kept_in_the_address()
    {
        var admin = await AdministratorAsync();
        var mark = Unique("fruit");
        foreach (var name in (string[])["banana", "Apple", "cherry"])
        {
            await UserAsync(admin, $"{name}.{mark}", name);
        }

        var users = await UsersAsync(admin);
        await users.Search.PressSequentiallyAsync(mark.ToUpperInvariant());
        await users.ShouldListAsync("Apple", "banana", "cherry");
        await users.Head("Name").ClickAsync();
        await users.ShouldListAsync("cherry", "banana", "Apple");

        await Assertions.Expect(users.Page).ToHaveURLAsync(new Regex($"search={mark.ToUpperInvariant()}"));
        await Assertions.Expect(users.Page).ToHaveURLAsync(new Regex("sort=name.*order=desc|order=desc.*sort=name"));
        await users.Page.ReloadAsync();
        await users.ShouldListAsync("cherry", "banana", "Apple");
        await Assertions.Expect(users.Search).ToHaveValueAsync(mark.ToUpperInvariant());
    }

    [Fact]
    public async Task The_search_includes_names_addresses_and_roles()
    {
        var admin = await AdministratorAsync();
        var mark = Unique("found");
        await UserAsync(admin, Unique("other"), mark);
        await UserAsync(admin, mark);
        await UserAsync(admin, Unique("other"), "By address", $"{mark}@example.org");

        var users = await UsersAsync(admin, mark);
        await users.ShouldListAsync("By address", mark, mark);

        await users.Search.FillAsync($"nothing like {mark}");
        await users.ShouldShowAsync($"Nothing matches “nothing like {mark}”.");
    }

    [Fact]
    public async Task More_than_25_users_have_pages()
    {
        await StartAsync();
        var admin = await AdministratorAsync();
        for (var number = 10; number < 40; number++)
        {
            await UserAsync(admin, $"user-{number}", $"User {number}");
        }

        var users = await UsersAsync(admin);
        await users.ShouldShowAsync("1–25 of 32");
        await Assertions.Expect(users.Rows).ToHaveCountAsync(25);
        await Assertions.Expect(users.Previous).ToBeDisabledAsync();

        await users.Next.ClickAsync();
        await users.ShouldShowAsync("26–32 of 32");
        await Assertions.Expect(users.Next).ToBeDisabledAsync();
        await Assertions.Expect(users.Page).ToHaveURLAsync(new Regex("page=2"));
        await users.Page.ReloadAsync();
        await Assertions.Expect(users.Rows).ToHaveCountAsync(7);
        await Assertions.Expect(users.Row("User 39")).ToBeVisibleAsync();

        await users.Search.FillAsync("User 1");
        await Assertions.Expect(users.Rows).ToHaveCountAsync(10);
        await Assertions.Expect(users.Page).Not.ToHaveURLAsync(new Regex("page="));
    }

    [Fact]
    public async Task Loading_is_announced_and_can_be_retried_after_an_error()
    {
        Monitor.Expect("net::ERR_FAILED");
        var admin = await AdministratorAsync();
        var users = await UsersAsync(admin);
        await users.Page.RouteAsync(Users, route => route.AbortAsync());
        await users.Page.ReloadAsync();
        await Assertions.Expect(users.Error).ToContainTextAsync("Could not load the users");
        await Assertions.Expect(users.Error).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(users.New).ToBeDisabledAsync();

        await users.Page.UnrouteAllAsync();
        var held = await HeldRequests.HoldAsync(users.Page, Users);
        await users.TryAgain.ClickAsync();
        await Assertions.Expect(users.Loading("the users")).ToBeVisibleAsync();
        await Assertions.Expect(users.Rows).ToHaveCountAsync(0);

        held.Release();
        await Assertions.Expect(users.Row("admin")).ToBeVisibleAsync();
        await Assertions.Expect(users.Loading("the users")).ToHaveCountAsync(0);
        await Assertions.Expect(users.TryAgain).ToBeHiddenAsync();
    }
}
