using Unleash.Pat.AdminUi.Authentication;

namespace Unleash.Pat.AdminUi.UnitTests.Authentication;

public class ReturnUrlTests
{
    private const string BaseUri = "https://unleash.example.com/pat/";

    [Theory]
    [InlineData("profile/personal-api-tokens?sort=expires", BaseUri + "profile/personal-api-tokens?sort=expires")]
    [InlineData(null, BaseUri)]
    [InlineData("", BaseUri)]
    [InlineData("https://evil.example.com/", BaseUri)]
    [InlineData("//evil.example.com/", BaseUri)]
    [InlineData("\\\\evil.example.com", BaseUri)]
    [InlineData("javascript:alert(1)", BaseUri)]
    [InlineData("../other", BaseUri)]
    [InlineData("https://unleash.example.com/pat/../other", BaseUri)]
    [InlineData("https://unleash.example.com.evil.example/pat/", BaseUri)]
    public void Addresses_outside_the_service_are_ignored(string? redirect, string target) =>
        ReturnUrl.Resolve(redirect, BaseUri).ShouldBe(target);
}
