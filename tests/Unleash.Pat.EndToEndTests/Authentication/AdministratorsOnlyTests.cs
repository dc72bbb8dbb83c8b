using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Authentication;

public sealed partial class AdministratorsOnlyTests(TestRun run) : AdministrationTests(run)
{
    private static readonly string[] Administration = ["Users", "Service accounts", "Event log"];

    [Fact]
    public async Task A_viewer_sees_a_message_and_no_administration_data_is_requested() =>
        await ShouldShowMessageAsync(RootRole.Viewer, "admin/users", "admin/service-accounts/1", "admin/events?userId=1");

    [Fact]
    public async Task An_editor_sees_a_message_and_no_administration_data_is_requested() =>
        await ShouldShowMessageAsync(RootRole.Editor, "admin/users/1", "admin/service-accounts");

    [Fact]
    public async Task An_administrator_has_the_links()
    {
        var page = await AccountAsync(await AdministratorAsync());

        foreach (var link in Administration)
        {
            await page.MenuLink(link).ClickAsync();
            await Assertions.Expect(page.Heading(link)).ToBeFocusedAsync();
            await Assertions.Expect(page.MenuLink(link)).ToHaveAttributeAsync("aria-current", "page");
        }
    }

    private async Task ShouldShowMessageAsync(RootRole role, params string[] addresses)
    {
        var page = new UiPage(await BrowserAsync(await Service.CreateUserAsync(role)));
        List<string> requested = [];
        page.Page.Request += (_, request) => requested.Add(request.Url);

        foreach (var address in addresses)
        {
            await page.OpenAsync(Service, address, "For administrators");
            await Assertions.Expect(page.AdministratorsOnly).ToBeVisibleAsync();
            foreach (var link in Administration)
            {
                await Assertions.Expect(page.MenuLink(link)).ToHaveCountAsync(0);
            }
        }

        requested.Where(url => ForAdministrators().IsMatch(url)).ShouldBeEmpty();
    }

    [GeneratedRegex("/api/admin/(user-admin|service-account|events|roles|api-tokens)")]
    private static partial Regex ForAdministrators();
}
