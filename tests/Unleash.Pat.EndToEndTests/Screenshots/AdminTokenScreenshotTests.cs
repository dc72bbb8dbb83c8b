using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class AdminTokenScreenshotTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task Admin_tokens()
    {
        await StartAsync();
        var admin = await AdministratorAsync();
        await admin.Client.AdminTokens.CreateAsync(new NewAdminToken { TokenName = "terraform" }, Cancel);
        await admin.Client.AdminTokens.CreateAsync(new NewAdminToken { TokenName = "the-nightly-job-with-a-name-of-one-word-that-is-longer-than-a-phone" }, Cancel);
        var page = new UiPage(await BrowserAsync(admin));
        await page.OpenAsync(Service, "admin/api-tokens", "Admin tokens");
        await Assertions.Expect(page.Rows).ToHaveCountAsync(3);
        await page.Page.ShouldRenderCorrectlyAsync("admin-tokens");

        await page.Button("New admin token").ClickAsync();
        var dialog = new FormDialogPage(page.Page, "New admin token", "Create admin token");
        await dialog.FillAsync(("Name", "backup"));
        await page.Page.ShouldRenderCorrectlyAsync("new-admin-token");

        await dialog.Submit.ClickAsync();
        var secret = new SecretDialog(page.Page, "Your new admin token");
        (await Service.WithToken(await secret.ReadAsync()).AdminTokens.ListAsync(Cancel)).Count.ShouldBe(4);
        await secret.CloseAsync();
        await page.ShouldShowAsync("Created “backup”.");
        await Assertions.Expect(page.Rows).ToHaveCountAsync(4);
    }
}
