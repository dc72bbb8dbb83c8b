using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Screenshots;

public sealed class ServiceAccountScreenshotTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task Service_accounts()
    {
        await StartAsync();
        var admin = await AdministratorAsync();
        var accounts = AccountListPage.OfServiceAccounts(await BrowserAsync(admin));
        await accounts.OpenAsync(Service);
        await accounts.ShouldShowAsync("No service accounts yet");
        await accounts.Page.ShouldRenderCorrectlyAsync("service-accounts-empty");

        await ServiceAccountAsync(admin, "Build pipeline", role: RootRole.Admin);
        await ServiceAccountAsync(admin, "Nightly clean-up");
        await accounts.Page.ReloadAsync();
        await Assertions.Expect(accounts.Rows).ToHaveCountAsync(2);
        await accounts.Page.ShouldRenderCorrectlyAsync("service-accounts");

        await accounts.StartCreatingAsync();
        await accounts.Page.ShouldRenderCorrectlyAsync("new-service-account");
    }

    [Fact]
    public async Task A_service_account()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Build pipeline");
        foreach (var description in (string[])["deployment", "smoke tests"])
        {
            await CreateTokenAsync(admin, account, description);
        }

        var tokens = await ServiceAccountPageAsync(admin, account);
        await Assertions.Expect(tokens.Rows).ToHaveCountAsync(2);

        await tokens.Page.ShouldRenderCorrectlyAsync("service-account");
    }
}
