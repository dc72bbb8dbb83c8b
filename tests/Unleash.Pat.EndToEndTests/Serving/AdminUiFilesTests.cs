using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Serving;

public sealed partial class AdminUiFilesTests(TestRun run) : BrowserTests(run)
{
    private const double MostBytes = 3_500_000;

    [Fact]
    public async Task The_sign_in_page_is_small()
    {
        var page = await NewBrowserAsync();
        var received = new ConcurrentBag<double>();
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Network.loadingFinished").OnEvent += (_, json) => received.Add(json!.Value.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");
        var signIn = new SignInPage(page);

        await signIn.OpenAsync(Service);
        await Assertions.Expect(signIn.Submit).ToBeEnabledAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{received.Count} answers, {received.Sum():N0} bytes");
        received.Count.ShouldBeGreaterThan(10);
        received.Sum().ShouldBeLessThanOrEqualTo(MostBytes);
    }

    [Fact]
    public async Task Files_are_compressed_and_cached_for_a_year_and_the_page_is_not_cached()
    {
        var page = await NewBrowserAsync();
        var answers = new ConcurrentBag<IResponse>();
        page.Response += (_, answer) => answers.Add(answer);

        await new SignInPage(page).OpenAsync(Service);

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

    [GeneratedRegex(@"/_framework/|\.css|\.js")]
    private static partial Regex File();

    [GeneratedRegex(@"\.[a-z0-9]{10}\.[a-z]+$")]
    private static partial Regex Fingerprint();
}
