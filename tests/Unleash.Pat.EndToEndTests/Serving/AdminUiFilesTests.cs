using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Serving;

public sealed partial class AdminUiFilesTests(TestRun run) : BrowserTests(run)
{
    private const double MostBytesToSignIn = 100_000;
    private const double MostBytes = 3_000_000;
    private const double MostBytesAfterwards = 200_000;

    [Fact]
    public async Task To_sign_in_little_is_loaded_and_no_WebAssembly()
    {
        Monitor.Expect("_framework|mudblazor|app[.]");
        var page = await NewBrowserAsync();
        await page.RouteAsync(OfTheUi(), route => route.AbortAsync());
        var received = await ReceivedAsync(page);
        var signIn = new SignInPage(page);

        await signIn.OpenAsync(Service);
        await Assertions.Expect(signIn.Submit).ToBeEnabledAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        received.Count.ShouldBeGreaterThanOrEqualTo(3);
        received.Sum().ShouldBeLessThanOrEqualTo(MostBytesToSignIn);
    }

    [Fact]
    public async Task The_UI_is_loaded_while_the_user_signs_in()
    {
        var user = await Service.CreateUserAsync();
        var page = await NewBrowserAsync();
        var received = await ReceivedAsync(page);
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var before = received.Sum();

        await signIn.SignInAsync(user.Name, user.Password);
        await Assertions.Expect(new TokensPage(page).Title).ToBeVisibleAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{before:N0} bytes, then {received.Sum() - before:N0}");
        received.Sum().ShouldBeLessThanOrEqualTo(MostBytes);
        (received.Sum() - before).ShouldBeLessThanOrEqualTo(MostBytesAfterwards);
    }

    [Fact]
    public async Task Files_are_compressed_and_cached_for_a_year_and_the_page_is_not_cached()
    {
        var page = await NewBrowserAsync();
        var answers = new ConcurrentBag<IResponse>();
        page.Response += (_, answer) => answers.Add(answer);

        await new SignInPage(page).OpenAsync(Service);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var files = answers.Where(answer => File().IsMatch(answer.Url)).ToList();
        files.Count.ShouldBeGreaterThan(10);
        foreach (var file in files)
        {
            Fingerprint().IsMatch(file.Url).ShouldBeTrue(file.Url);
            (await file.HeaderValueAsync("content-encoding")).ShouldBe("br", file.Url);
            var cache = (await file.HeaderValueAsync("cache-control")).ShouldNotBeNull(file.Url);
            cache.Split(", ").ShouldBe(["max-age=31536000", "immutable"], ignoreOrder: true, file.Url);
        }

        var start = answers.Single(answer => answer.Request.ResourceType == "document");
        (await start.HeaderValueAsync("cache-control")).ShouldBe("no-store");
    }

    [Fact]
    public async Task A_base_path_applies_to_everything()
    {
        ExpectStatus(401);
        await StartAsync(("BasePath", "/unleash"));
        var user = await Service.CreateUserAsync();
        var page = await NewBrowserAsync();
        var requested = new ConcurrentBag<string>();
        page.Request += (_, request) => requested.Add(request.Url);
        var tokens = new TokensPage(page);
        var signIn = new SignInPage(page);
        await signIn.OpenAsync(Service, "profile/personal-api-tokens?sort=expires");
        await signIn.SignInAsync(user.Name, user.Password);
        await ShouldBeAtAsync(page, "profile/personal-api-tokens?sort=expires");

        await (await tokens.StartCreatingAsync()).CreateAsync("laptop");
        await tokens.SecretDialog.CloseAsync();
        await page.ReloadAsync();
        await tokens.ShouldListAsync("laptop");
        await (await tokens.StartDeletingAsync("laptop")).Confirm.ClickAsync();
        await Assertions.Expect(tokens.Empty).ToBeVisibleAsync();
        await tokens.ShouldShowAsync("Deleted “laptop”.");
        await tokens.SignOut.ClickAsync();
        await Assertions.Expect(signIn.Heading).ToBeVisibleAsync();

        requested.Where(address => !address.StartsWith(Service.Address.AbsoluteUri, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // The bytes of each answer, as they came over the network.
    private static async Task<ConcurrentBag<double>> ReceivedAsync(IPage page)
    {
        var received = new ConcurrentBag<double>();
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Network.loadingFinished").OnEvent += (_, json) => received.Add(json!.Value.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");
        return received;
    }

    [GeneratedRegex("/_framework/|/mudblazor/|/css/app")]
    private static partial Regex OfTheUi();

    [GeneratedRegex(@"/_framework/|\.css|\.js")]
    private static partial Regex File();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.[a-z]+$")]
    private static partial Regex Fingerprint();
}
