using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Administration;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Looks;

/// <summary>A name of one word, as long as it can be, deforms nothing around it.</summary>
public sealed class LongNameTests(TestRun run) : AdministrationTests(run)
{
    private const int Most = 255;

    // A word of ours that is broken, or pushed out of what it stands in.
    private const string Deformed = """
        () => [...document.querySelectorAll('.table th, .table td time, .table td button, .table .date, .table .chip, h1, .notices, .head button')]
            .filter(element => element.checkVisibility())
            .filter(element => {
                const { left, right, height } = element.getBoundingClientRect();
                return left < -1 || right > innerWidth + 1 || element.matches('time, .date, .chip, th') && height > 64;
            })
            .map(element => element.outerHTML.slice(0, 160))
        """;

    [Fact]
    public async Task Of_a_token()
    {
        var person = await Service.PersonAsync();
        await person.IssueAsync(2);
        var tokens = await TokensAsync(person);
        var name = new string('w', Most);
        await (await tokens.StartCreatingAsync()).CreateAsync(name);
        await tokens.SecretDialog.Close.ClickAsync();
        await tokens.ShouldTellAsync($"Created “{name}”.");
        await ShouldHoldAsync(tokens.Page, "long-token");

        await tokens.StartDeletingAsync(name);
        await ShouldHoldAsync(tokens.Page, "long-token-delete");
    }

    [Fact]
    public async Task Of_a_user_and_of_a_service_account()
    {
        var admin = await AdministratorAsync();
        var mark = Unique("w");
        var name = mark.PadRight(Most, 'w');
        var user = await UserAsync(admin, name[..100], name, $"{mark}@{string.Join('.', Enumerable.Repeat(new string('w', 40), 4))}.example");
        var users = await UsersAsync(admin, mark);
        await users.ShouldListAsync(name);
        await ShouldHoldAsync(users.Page, "long-users");

        await users.OpenAsync(Service, $"admin/users/{user.Id}", name);
        await ShouldHoldAsync(users.Page, "long-user");
        await users.OpenAsync(Service, "admin/events", "Event log");
        await Assertions.Expect(users.Rows.First).ToBeVisibleAsync();
        await ShouldHoldAsync(users.Page, "long-events");

        await ServiceAccountAsync(admin, name, Unique("p").PadRight(100, 'w'));
        var accounts = AccountListPage.OfServiceAccounts(users.Page);
        await accounts.OpenAsync(Service, $"?search={mark}");
        await accounts.ShouldListAsync(name);
        await ShouldHoldAsync(users.Page, "long-service-accounts");
    }

    private static async Task ShouldHoldAsync(IPage page, string name)
    {
        foreach (var look in Look.All)
        {
            await look.ApplyAsync(page);
            await Screenshots.TakeAsync(page, name, look);
            (await page.EvaluateAsync<string[]>(Deformed)).ShouldBeEmpty($"{name} at {look}");
            (await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, $"{name} at {look}");
        }
    }
}
