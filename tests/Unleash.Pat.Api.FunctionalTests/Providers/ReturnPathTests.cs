using Unleash.Pat.Api.Authentication.Providers;

namespace Unleash.Pat.Api.FunctionalTests.Providers;

/// <summary>Threat: a sign-in that ends at a page which only looks like one of this service.</summary>
public sealed class ReturnPathTests
{
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/x/..//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/auth/oidc/login")]
    [InlineData("/x//../%2fevil.example")]
    [InlineData("/profile%5C..%5C..")]
    [InlineData("/api/admin/user")]
    [InlineData("/LOGOUT")]
    [InlineData("profile")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_but_a_page_of_this_service_leads_to_the_start_page(string? sent)
    {
        ReturnPath.Of("", sent).ShouldBe("/");
        ReturnPath.Of("/unleash", sent).ShouldBe("/unleash/");
    }

    [Theory]
    [InlineData("/other")]
    [InlineData("/unleash/../other")]
    [InlineData("/unleashed")]
    [InlineData("/Unleash/profile")]
    public void A_page_outside_the_base_path_is_none(string sent) => ReturnPath.Of("/unleash", sent).ShouldBe("/unleash/");

    [Theory]
    [InlineData("/profile")]
    [InlineData("/events?query=https://example.com//x")]
    [InlineData("/admin/tokens?sort=owner#top")]
    public void A_page_of_this_service_is_kept(string sent)
    {
        ReturnPath.Of("", sent).ShouldBe(sent);
        ReturnPath.Of("/unleash", "/unleash" + sent).ShouldBe("/unleash" + sent);
    }
}
