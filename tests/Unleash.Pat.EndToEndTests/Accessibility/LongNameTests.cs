using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Accessibility;

/// <summary>A name of the maximum length without spaces does not break the layout.</summary>
public sealed class LongNameTests(TestRun run) : AdministrationTests(run)
{
    private const int MaxTokens = 255;

    // The UI's own texts that are broken or pushed outside.
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
    public async Task A_long_token_description_fits()
    {
        var user = await Service.CreateUserAsync();
        await user.CreateTokensAsync(2);
        var tokens = await TokensAsync(user);
        var name = new string('w', MaxTokens);
        await (await tokens.StartCreatingAsync()).CreateAsync(name);
        await tokens.SecretDialog.CloseAsync();
        await tokens.ShouldShowAsync($"Created “{name}”.");
        await ShouldHoldAsync(tokens.Page, "long-token");

        await tokens.StartDeletingAsync(name);
        await ShouldHoldAsync(tokens.Page, "long-token-delete");
    }

    [Fact]
    public async Task Long_names_of_users_and_service_accounts_fit()
    {
        var admin = await AdministratorAsync();
        var mark = Unique("w");
        var name = mark.PadRight(MaxTokens, 'w');
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
        foreach (var viewport in Viewport.All)
        {
            await viewport.ApplyAsync(page);
            await Screenshot.TakeAsync(page, name, viewport);
            await page.ShouldFindNothingAsync(Deformed, $"{name} at {viewport} is deformed");
            await page.ShouldFitAsync($"{name} at {viewport}");
        }
    }
}
