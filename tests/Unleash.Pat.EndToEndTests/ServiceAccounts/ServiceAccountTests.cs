using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.ServiceAccounts;

public sealed class ServiceAccountTests(TestRun run) : AdministrationTests(run)
{
    [Fact]
    public async Task The_first_service_account_is_created_from_the_empty_list()
    {
        await StartAsync();
        var accounts = await OpenAsync(await AdministratorAsync());
        await accounts.ShouldShowAsync("No service accounts yet");

        await accounts.Button("Create the first service account").ClickAsync();
        await accounts.CreateDialog.Role.SelectOptionAsync("Editor");
        await accounts.CreateDialog.SendAsync(("Name", "Pipeline"), ("Username", "pipeline"));

        await accounts.ShouldShowAsync("Created “Pipeline”.");
        await accounts.ShouldListAsync("Pipeline");
        await Assertions.Expect(accounts.Row("Pipeline")).ToContainTextAsync("Editor");
        await Assertions.Expect(accounts.Heading("Service accounts")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_error_is_shown_at_its_field()
    {
        ExpectStatus(400);
        ExpectStatus(409);
        var admin = await AdministratorAsync();
        var taken = await ServiceAccountAsync(admin, "Taken");
        var dialog = await (await OpenAsync(admin)).StartCreatingAsync();

        await ShouldShowErrorAsync(dialog, "", Unique("new"), "Name", "Enter a name");
        await ShouldShowErrorAsync(dialog, "Program", "", "Username", "Enter a username");
        await ShouldShowErrorAsync(dialog, "Program", taken.Username!, "Username", "already exists");
        await ShouldShowErrorAsync(dialog, "Program", $" {Unique("new")}", "Username", "white space");
    }

    [Fact]
    public async Task A_new_name_and_role_are_saved()
    {
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, Unique("Before"));
        var accounts = await OpenAsync(admin, account.Username!);
        await accounts.Link(account.Name!).ClickAsync();
        await Assertions.Expect(accounts.Heading(account.Name!)).ToBeFocusedAsync();

        await accounts.Field("Name").FillAsync("");
        await accounts.Button("Save").ClickAsync();
        await accounts.Field("Name").ShouldShowErrorAsync("Enter a name");
        await accounts.Field("Name").FillAsync("Afterwards");
        await accounts.Choice("Role").SelectOptionAsync("Admin");
        await accounts.Button("Save").ClickAsync();

        await accounts.ShouldShowAsync("Saved.");
        await accounts.Page.ReloadAsync();
        await Assertions.Expect(accounts.Heading("Afterwards")).ToBeVisibleAsync();
        await Assertions.Expect(accounts.Field("Name")).ToHaveValueAsync("Afterwards");
        await Assertions.Expect(accounts.Choice("Role")).ToHaveValueAsync($"{(int)RootRole.Admin}");
    }

    [Fact]
    public async Task A_service_account_that_could_not_be_deleted_reappears()
    {
        ExpectStatus(503);
        var admin = await AdministratorAsync();
        var account = await ServiceAccountAsync(admin, Unique("Stays"));
        var accounts = await OpenAsync(admin, account.Username!);
        await accounts.Page.RouteAsync("**/api/admin/service-account/*", route => route.FulfillAsync(new() { Status = 503 }));

        await (await accounts.StartDeletingAsync(account.Name!)).Submit.ClickAsync();

        await Assertions.Expect(accounts.Error).ToContainTextAsync($"“{account.Name}” was not deleted.");
        await accounts.ShouldListAsync(account.Name!);
    }

    [Fact]
    public async Task A_missing_service_account_is_reported()
    {
        var page = new UiPage(await BrowserAsync(await AdministratorAsync()));

        await page.OpenAsync(Service, "admin/service-accounts/999999999", "Service account");

        await page.ShouldShowAsync("There is no service account with the id 999999999. It may have been deleted.");
    }

    private static async Task ShouldShowErrorAsync(FormDialogPage dialog, string name, string username, string field, string text)
    {
        await dialog.SendAsync(("Name", name), ("Username", username));

        await dialog.Field(field).ShouldShowErrorAsync(text);
        await Assertions.Expect(dialog.Field(field)).ToBeFocusedAsync();
        await Assertions.Expect(dialog.Field("Username")).ToHaveValueAsync(username);
    }

    private async Task<AccountListPage> OpenAsync(TestUser admin, string search = "")
    {
        var accounts = AccountListPage.OfServiceAccounts(await BrowserAsync(admin));
        await accounts.OpenAsync(Service, search.Length == 0 ? "" : $"?search={search}");
        return accounts;
    }
}
