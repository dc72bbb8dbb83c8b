using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Serving;

/// <summary>Addresses that are not pages of the admin UI.</summary>
public sealed partial class UnknownAddressTests(TestRun run) : BrowserTests(run)
{
    [Theory]
    [InlineData("nope")]
    [InlineData("nope/nope?x=1")]
    public async Task An_unknown_address_shows_a_message(string address)
    {
        ExpectStatus(404);
        var page = new UiPage(await BrowserAsync(await Service.CreateUserAsync()));

        var response = await page.Page.GotoAsync(Service.At(address));

        response!.Status.ShouldBe(404);
        await Assertions.Expect(page.Heading("There is no such page")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Go to your tokens" }).ClickAsync();
        await ShouldBeAtAsync(page.Page, "profile/personal-api-tokens");
    }

    [Fact]
    public async Task The_API_description_is_shown_under_its_own_policy()
    {
        var page = await BrowserAsync();

        await page.GotoAsync(Service.At("docs/openapi/"));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = OfTokens() })).ToBeVisibleAsync();
    }

    // The heading goes on with what the tag is about, and other headings say these words as well.
    [GeneratedRegex("^Personal access tokens")]
    private static partial Regex OfTokens();
}
