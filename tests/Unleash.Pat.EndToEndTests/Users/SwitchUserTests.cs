using System.Net;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Users;

public sealed class SwitchUserTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task A_user_who_is_switched_off_is_refused_until_switched_on()
    {
        var (admin, user) = (await AdministratorAsync(), await Service.CreateUserAsync());
        var token = await user.Client.Tokens.CreateAsync(new NewPersonalAccessToken { Description = "laptop" }, Cancel);
        var page = await UserPageAsync(admin, await IdAsync(user), user.Name);
        await page.Button("Switch off").ClickAsync();
        await new FormDialogPage(page.Page, "Switch this account off?", "Switch off").Submit.ClickAsync();

        await page.ShouldShowAsync($"Switched off “{user.Name}”.");
        await page.Page.ShouldRenderCorrectlyAsync("user-switched-off");
        (await Should.ThrowAsync<UnleashPatException>(() => Service.WithToken(token.Secret).Account.GetAsync(Cancel))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        await page.Button("Switch on").ClickAsync();
        await page.ShouldShowAsync($"Switched on “{user.Name}”.");
        await Service.WithToken(token.Secret).Account.GetAsync(Cancel);
    }
}
