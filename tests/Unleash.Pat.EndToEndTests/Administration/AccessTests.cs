using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Administration;

/// <summary>Who is no administrator sees no administration.</summary>
public sealed partial class AccessTests(TestRun run) : AdministrationTests(run)
{
    private static readonly string[] Administration = ["Users", "Service accounts", "Event log"];

    [Fact]
    public async Task A_viewer_is_told_so_and_the_service_is_asked_for_nothing() =>
        await ShouldBeKeptOutAsync(RootRole.Viewer, "admin/users", "admin/service-accounts/1", "admin/events?userId=1");

    [Fact]
    public async Task An_editor_is_told_so_and_the_service_is_asked_for_nothing() =>
        await ShouldBeKeptOutAsync(RootRole.Editor, "admin/users/1", "admin/service-accounts");

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

    private async Task ShouldBeKeptOutAsync(RootRole role, params string[] addresses)
    {
        var page = new UiPage(await BrowserAsync(await Service.PersonAsync(role)));
        List<string> asked = [];
        page.Page.Request += (_, request) => asked.Add(request.Url);

        foreach (var address in addresses)
        {
            await page.OpenAsync(Service, address, "For administrators");
            await Assertions.Expect(page.AdministratorsOnly).ToBeVisibleAsync();
            foreach (var link in Administration)
            {
                await Assertions.Expect(page.MenuLink(link)).ToHaveCountAsync(0);
            }
        }

        asked.Where(url => ForAdministrators().IsMatch(url)).ShouldBeEmpty();
    }

    [GeneratedRegex("/api/admin/(user-admin|service-account|events|roles|api-tokens)")]
    private static partial Regex ForAdministrators();
}
