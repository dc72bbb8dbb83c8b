using System.Net;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Administration;

public sealed class ServiceAccountTokenTests(TestRun run) : AdministrationTests(run)
{
    private const int Most = 10;

    [Fact]
    public async Task The_secret_that_is_copied_authenticates_as_the_service_account()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Pipeline", role: RootRole.Admin);
        var tokens = await ServiceAccountPageAsync(admin, account);
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();

        await (await tokens.StartCreatingAsync()).CreateAsync("deployment");
        var secret = await tokens.SecretDialog.ReadAsync();
        (await tokens.SecretDialog.CopyAsync()).ShouldBe(secret);
        await tokens.SecretDialog.Close.ClickAsync();

        await tokens.ShouldListAsync("deployment");
        (await Traces.ReadAsync(tokens.Page)).ShouldNotContain(secret);
        var program = Service.WithToken(secret);
        (await program.Account.GetAsync(Cancel)).User.Id.ShouldBe(account.Id);
        await program.Roles.ListAsync(Cancel);
    }

    [Fact]
    public async Task A_deleted_token_is_refused()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Pipeline");
        var token = await IssueAsync(admin, account, "deployment");
        await IssueAsync(admin, account, "another");
        var tokens = await ServiceAccountPageAsync(admin, account);

        await (await tokens.StartDeletingAsync("deployment")).Confirm.ClickAsync();

        await tokens.ShouldListAsync("another");
        await tokens.ShouldTellAsync("Deleted “deployment”.");
        await ShouldBeRefusedAsync(token);
    }

    [Fact]
    public async Task A_full_account_is_told_beforehand()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Pipeline");
        for (var number = 1; number <= Most; number++)
        {
            await IssueAsync(admin, account, $"token {number}");
        }

        var tokens = await ServiceAccountPageAsync(admin, account);

        await Assertions.Expect(tokens.Count(Most, Most)).ToBeVisibleAsync();
        await Assertions.Expect(tokens.NewToken).ToBeDisabledAsync();
        await Assertions.Expect(tokens.Page.GetByText("This account has reached the limit of 10 tokens.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_its_account_a_token_ends()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, Unique("Pipeline"));
        var token = await IssueAsync(admin, account, "deployment");
        await Service.WithToken(token.Secret).Account.GetAsync(Cancel);
        var page = await ServiceAccountPageAsync(admin, account);

        await page.Button("Delete service account").ClickAsync();
        await AccountListPage.OfServiceAccounts(page.Page).DeleteDialog.Submit.ClickAsync();

        await Assertions.Expect(page.Heading("Service accounts")).ToBeFocusedAsync();
        await page.ShouldTellAsync($"Deleted “{account.Name}”.");
        await ShouldBeRefusedAsync(token);
    }

    private async Task ShouldBeRefusedAsync(IssuedPersonalAccessToken token)
    {
        var refusal = await Should.ThrowAsync<UnleashPatException>(() => Service.WithToken(token.Secret).Account.GetAsync(Cancel));
        refusal.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
