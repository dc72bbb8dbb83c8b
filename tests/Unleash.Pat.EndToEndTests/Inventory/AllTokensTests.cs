using System.Net;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Inventory;

public sealed class AllTokensTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task Tokens_are_found_downloaded_and_revoked_together()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, Unique("Pipeline"));
        var (first, second) = (await CreateTokenAsync(admin, account, Unique("deploy")), await CreateTokenAsync(admin, account, Unique("smoke")));
        var page = new UiPage(await BrowserAsync(admin));
        await page.OpenAsync(Service, $"admin/tokens?userId={account.Id}", "All tokens");
        await Assertions.Expect(page.Rows).ToHaveCountAsync(2);
        await page.Page.ShouldRenderCorrectlyAsync("all-tokens");

        await page.Search.FillAsync(second.Description);
        await Assertions.Expect(page.Rows).ToHaveCountAsync(1);
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Link("Download CSV").ClickAsync());
        (await File.ReadAllLinesAsync(await download.PathAsync(), Cancel)).Length.ShouldBe(2);

        await page.Button("Revoke these…").ClickAsync();
        var revoke = new FormDialogPage(page.Page, "Revoke these tokens", "Revoke 1 token");
        await Assertions.Expect(revoke.Submit).ToBeDisabledAsync();
        await page.Page.ShouldRenderCorrectlyAsync("revoke-tokens");
        await revoke.FillAsync(("Type 1 to confirm", "1"));
        await revoke.Submit.ClickAsync();

        await page.ShouldShowAsync("Revoked 1 token.");
        await page.ShouldShowAsync("No tokens match these filters.");
        var refusal = await Should.ThrowAsync<UnleashPatException>(() => Service.WithToken(second.Secret).Account.GetAsync(Cancel));
        refusal.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Service.WithToken(first.Secret).Account.GetAsync(Cancel);
    }

    [Fact]
    public async Task A_filter_is_in_the_address_and_Back_removes_it()
    {
        var admin = await AdministratorAsync();
        var page = new UiPage(await BrowserAsync(admin));
        await page.OpenAsync(Service, "admin/tokens", "All tokens");

        await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("never expire$") }).ClickAsync();
        await ShouldBeAtAsync(page.Page, "admin/tokens?neverExpires=true");
        await Assertions.Expect(page.Button("Remove the filter Never expires")).ToBeVisibleAsync();

        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Button("Remove the filter Never expires")).ToBeHiddenAsync();
        await ShouldBeAtAsync(page.Page, "admin/tokens");
    }
}
