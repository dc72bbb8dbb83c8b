using System.Net;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.ServiceAccounts;

public sealed class ServiceAccountTokenTests(TestRun run) : AdministrationTests(run)
{
    private const int MaxTokens = 10;

    [Fact]
    public async Task The_copied_secret_authenticates_as_the_service_account()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Pipeline", role: RootRole.Admin);
        var tokens = await ServiceAccountPageAsync(admin, account);
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();

        await (await tokens.StartCreatingAsync()).CreateAsync("deployment");
        var secret = await tokens.SecretDialog.ReadAsync();
        (await tokens.SecretDialog.CopyAsync()).ShouldBe(secret);
        await tokens.SecretDialog.CloseAsync();

        await tokens.ShouldListAsync("deployment");
        (await BrowserState.ReadAsync(tokens.Page)).ShouldNotContain(secret);
        var program = Service.WithToken(secret);
        (await program.Account.GetAsync(Cancel)).User.Id.ShouldBe(account.Id);
        await program.Roles.ListAsync(Cancel);
    }

    [Fact]
    public async Task A_deleted_token_is_rejected()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Pipeline");
        var token = await CreateTokenAsync(admin, account, "deployment");
        await CreateTokenAsync(admin, account, "another");
        var tokens = await ServiceAccountPageAsync(admin, account);

        await (await tokens.StartDeletingAsync("deployment")).Confirm.ClickAsync();

        await tokens.ShouldListAsync("another");
        await tokens.ShouldShowAsync("Deleted “deployment”.");
        await ShouldBeRejectedAsync(token);
    }

    [Fact]
    public async Task An_account_at_the_limit_cannot_create_tokens()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, "Pipeline");
        for (var number = 1; number <= MaxTokens; number++)
        {
            await CreateTokenAsync(admin, account, $"token {number}");
        }

        var tokens = await ServiceAccountPageAsync(admin, account);

        await Assertions.Expect(tokens.Count(MaxTokens, MaxTokens)).ToBeVisibleAsync();
        await Assertions.Expect(tokens.NewToken).ToBeDisabledAsync();
        await Assertions.Expect(tokens.Page.GetByText("This account has reached the limit of 10 tokens.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Deleting_the_account_ends_its_tokens()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, Unique("Pipeline"));
        var token = await CreateTokenAsync(admin, account, "deployment");
        await Service.WithToken(token.Secret).Account.GetAsync(Cancel);
        var page = await ServiceAccountPageAsync(admin, account);

        await page.Button("Delete service account").ClickAsync();
        await AccountListPage.OfServiceAccounts(page.Page).DeleteDialog.Submit.ClickAsync();

        await Assertions.Expect(page.Heading("Service accounts")).ToBeFocusedAsync();
        await page.ShouldShowAsync($"Deleted “{account.Name}”.");
        await ShouldBeRejectedAsync(token);
    }

    private async Task ShouldBeRejectedAsync(IssuedPersonalAccessToken token)
    {
        var exception = await Should.ThrowAsync<UnleashPatException>(() => Service.WithToken(token.Secret).Account.GetAsync(Cancel));
        exception.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
