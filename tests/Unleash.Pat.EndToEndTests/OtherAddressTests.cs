using Microsoft.Playwright;
using Unleash.Pat.EndToEndTests.Pages;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests;

/// <summary>A browser at addresses that are none of the admin UI's pages.</summary>
public sealed class OtherAddressTests(TestRun run) : BrowserTests(run)
{
    [Theory]
    [InlineData("nope")]
    [InlineData("nope/nope?x=1")]
    public async Task Where_there_is_no_page_one_says_so(string address)
    {
        ExpectStatus(404);
        var page = new UiPage(await BrowserAsync(await Service.PersonAsync()));

        var response = await page.Page.GotoAsync(Service.At(address));

        response!.Status.ShouldBe(404);
        await Assertions.Expect(page.Heading("There is no such page")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Go to your tokens" }).ClickAsync();
        await ShouldBeAtAsync(page.Page, "profile/personal-api-tokens");
    }

    [Fact]
    public async Task The_description_of_the_API_is_shown_under_its_own_policy()
    {
        var page = await BrowserAsync();

        await page.GotoAsync(Service.At("docs/openapi/"));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Personal access tokens" })).ToBeVisibleAsync();
    }
}
