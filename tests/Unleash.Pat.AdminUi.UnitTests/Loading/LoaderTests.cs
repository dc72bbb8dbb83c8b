using Bunit;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Loading;

public class LoaderTests : LoaderTestBase
{
    [Fact]
    public void Loading_is_announced_and_the_content_is_hidden()
    {
        var loader = Load();

        loader.Status().ShouldBe("Loading the list…");
        loader.FindAll(".content").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_content_appears_when_the_data_is_loaded()
    {
        var loader = Load();

        await loader.InvokeAsync(Loads[0].SetResult);

        loader.Find(".content");
        loader.Status().ShouldBeEmpty();
        loader.Alert().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_is_described_and_hides_the_content()
    {
        var loader = Load();

        await loader.InvokeAsync(() => Loads[0].SetException(new HttpRequestException()));

        loader.Alert().ShouldStartWith("Could not load the list The service cannot be reached.");
        loader.Status().ShouldBeEmpty();
        loader.FindAll(".content").ShouldBeEmpty();
    }

    [Fact]
    public async Task Loading_can_be_retried_after_an_error()
    {
        var loader = Load();
        await loader.InvokeAsync(() => Loads[0].SetException(TestErrors.WithoutBody(502)));

        loader.Button("Try again").Click();
        loader.Alert().ShouldBeEmpty();
        loader.Status().ShouldBe("Loading the list…");

        await loader.InvokeAsync(Loads[1].SetResult);
        loader.Find(".content");
    }

    [Fact]
    public async Task An_ended_session_redirects_to_the_sign_in_page_with_the_return_address()
    {
        await BeginSessionAsync();
        Navigation.NavigateTo("profile/personal-api-tokens?search=a");
        var loader = Load();

        await loader.InvokeAsync(() => Loads[0].SetException(TestErrors.SignedOut()));

        Address.ShouldBe("login?redirect=profile%2Fpersonal-api-tokens%3Fsearch%3Da");
        Session.Me.ShouldBeNull();
        loader.Alert().ShouldBeEmpty();
        loader.FindAll(".content").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_missing_resource_is_reported_without_a_retry(bool isToldByThePage)
    {
        var loader = Load(missing: isToldByThePage ? "<p>It is gone.</p>" : null);

        await loader.InvokeAsync(() => Loads[0].SetException(TestErrors.Create(404, "NotFoundError", "No user found with id 7.")));

        loader.Alert().ShouldBe(isToldByThePage ? "It is gone." : "Could not load the list No user found with id 7.");
        loader.HasButton("Try again").ShouldBeFalse();
    }
}
