using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Administration;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Looks;

/// <summary>The looks of the administration of service accounts.</summary>
public sealed class ServiceAccountLookTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task Service_accounts()
    {
        await StartAsync();
        var admin = await AdministratorAsync();
        var accounts = AccountListPage.OfServiceAccounts(await BrowserAsync(admin));
        await accounts.OpenAsync(Service);
        await accounts.ShouldTellAsync("No service accounts yet");
        await accounts.Page.ShouldBeSoundAsync("service-accounts-empty");

        await ServiceAccountAsync(admin, "Build pipeline", role: RootRole.Admin);
        await ServiceAccountAsync(admin, "Nightly clean-up");
        await accounts.Page.ReloadAsync();
        await Assertions.Expect(accounts.Rows).ToHaveCountAsync(2);
        await accounts.Page.ShouldBeSoundAsync("service-accounts");

        await accounts.StartCreatingAsync();
        await accounts.Page.ShouldBeSoundAsync("new-service-account");
    }

    [Fact]
    public async Task A_service_account()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Build pipeline");
        foreach (var description in (string[])["deployment", "smoke tests"])
        {
            await IssueAsync(admin, account, description);
        }

        var tokens = await ServiceAccountPageAsync(admin, account);
        await Assertions.Expect(tokens.Rows).ToHaveCountAsync(2);

        await tokens.Page.ShouldBeSoundAsync("service-account");
    }
}
