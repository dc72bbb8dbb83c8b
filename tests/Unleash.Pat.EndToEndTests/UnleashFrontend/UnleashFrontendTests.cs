using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.UnleashFrontend;

/// <summary>Unleash's own frontend, unmodified, with this service behind it.</summary>
[NeedsUnleashFrontend]
public sealed partial class UnleashFrontendTests(TestRun run) : BrowserTests(run)
{
    private const string NewPassword = "Correct horse battery 1!";

    private static readonly string[] Pages =
    [
        "personal", "profile", "projects", "search", "playground", "applications", "context", "segments", "strategies", "tag-types",
        "integrations", "unknown-flags", "admin", "admin/users", "admin/users/1/access", "admin/users/1/edit", "admin/create-user",
        "admin/invite-link", "admin/api", "admin/instance", "admin/instance-privacy", "admin/maintenance", "admin/logins", "history",
    ];

    [Fact]
    public async Task People_sign_in_manage_their_tokens_change_their_password_and_invite_others()
    {
        Allow();
        var user = await Service.CreateUserAsync(RootRole.Admin);
        var frontend = new FrontendPages(Service);
        var page = await frontend.UseAsync(await NewBrowserAsync());

        await SignInAsync(page, user.Name, user.Password);
        var secret = await CreateTokenAsync(page);
        (await Service.WithToken(secret).Account.GetAsync(Cancel)).User.Username.ShouldBe(user.Name);
        await DeleteTokenAsync(page);
        await Should.ThrowAsync<UnleashPatException>(() => Service.WithToken(secret).Account.GetAsync(Cancel));
        await ChangePasswordAsync(page, user.Password);
        var (address, link) = await InviteAsync(page);
        var invited = await frontend.UseAsync(await NewBrowserAsync());
        await AcceptAsync(invited, link);
        await SignInAsync(invited, address, NewPassword);
        await page.GotoAsync(Service.At("history"));
        await Assertions.Expect(page.GetByText("user-password-changed").First).ToBeVisibleAsync();
        await SignOutAsync(page);

        frontend.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(RootRole.Admin)]
    [InlineData(RootRole.Viewer)]
    public async Task Every_page_opens_without_an_error(RootRole role)
    {
        Allow();
        var user = await Service.CreateUserAsync(role);
        var frontend = new FrontendPages(Service);
        var page = await frontend.UseAsync(await NewBrowserAsync());
        await SignInAsync(page, user.Name, user.Password);

        foreach (var path in Pages.Where(path => role == RootRole.Admin || !OfAdministrators(path)))
        {
            await page.GotoAsync(Service.At(path));
            await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

            frontend.Refused.ShouldBeEmpty(path);
            (await page.GetByTestId("TOAST_TEXT").CountAsync()).ShouldBe(0, path);
        }
    }

    // The frontend asks who is signed in before anybody is, and shows pictures of another host.
    private void Allow()
    {
        ExpectStatus(401);
        Monitor.AllowOrigin("https://gravatar.com");
    }

    private async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GotoAsync(Service.At("login"));
        await page.Locator("#username").FillAsync(name);
        await page.Locator("#password").FillAsync(password);
        await Button(page, "Sign in").ClickAsync();
        await page.WaitForURLAsync(Service.At("personal"));
    }

    private async Task<string> CreateTokenAsync(IPage page)
    {
        await page.GotoAsync(Service.At("profile/personal-api-tokens"));
        await Button(page, "New token").ClickAsync();
        await page.GetByLabel("Description").FillAsync("laptop");
        await Button(page, "Create token").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Personal API token created");
        var secret = Secret().Match(await dialog.InnerTextAsync()).Value;

        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await dialog.GetByRole(AriaRole.Button).First.ClickAsync();
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(secret);
        await Button(page, "Close").ClickAsync();
        return secret;
    }

    private static async Task DeleteTokenAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "laptop" }).GetByRole(AriaRole.Button).Last.ClickAsync();
        await Button(page, "Delete token").ClickAsync();
        await Assertions.Expect(page.GetByText("You have no personal API tokens yet.")).ToBeVisibleAsync();
    }

    private async Task ChangePasswordAsync(IPage page, string old)
    {
        await page.GotoAsync(Service.At("profile/change-password"));
        await page.Locator("[name=oldPassword]").FillAsync(old);
        await page.Locator("[name=password]").FillAsync(NewPassword);
        await page.Locator("[name=confirmPassword]").FillAsync(NewPassword);
        await Button(page, "Save").ClickAsync();
        await Assertions.Expect(page.GetByText("Password changed")).ToBeVisibleAsync();
    }

    private async Task<(string Address, string Link)> InviteAsync(IPage page)
    {
        var address = $"eve-{Guid.NewGuid():N}@example.com";
        await page.GotoAsync(Service.At("admin/create-user"));
        await page.GetByLabel("Full name").FillAsync("Eve");
        await page.GetByLabel("Email").Last.FillAsync(address);
        await page.GetByLabel("Role").Last.ClickAsync();
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Viewer" }).First.ClickAsync();
        await Button(page, "Create user").ClickAsync();
        var link = page.GetByText(Link());
        await Assertions.Expect(link.First).ToBeVisibleAsync();
        return (address, Link().Match(await link.First.InnerTextAsync()).Value);
    }

    private async Task AcceptAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        var passwords = page.Locator("[type=password]");
        await passwords.First.FillAsync(NewPassword);
        await passwords.Last.FillAsync(NewPassword);
        await Button(page, "Submit").ClickAsync();
        await page.WaitForURLAsync(Service.At("login?reset=true"));
    }

    private async Task SignOutAsync(IPage page)
    {
        await page.Locator("header").GetByRole(AriaRole.Button).Last.ClickAsync();
        await page.GetByText("Log out").ClickAsync();
        await page.WaitForURLAsync(Service.At("signed-out"));
    }

    private static bool OfAdministrators(string path) => path.StartsWith("admin", StringComparison.Ordinal) || path == "history";

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [GeneratedRegex("user:v2_[A-Za-z0-9_-]+")]
    private static partial Regex Secret();

    [GeneratedRegex("http[^ ]+/new-user\\?token=[A-Za-z0-9]+")]
    private static partial Regex Link();
}
