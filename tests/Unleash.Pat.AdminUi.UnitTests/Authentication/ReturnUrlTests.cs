using Unleash.Pat.AdminUi.Authentication;

namespace Unleash.Pat.AdminUi.UnitTests.Authentication;

public class ReturnUrlTests
{
    private const string Own = "https://unleash.example.com/pat/";

    [Theory]
    [InlineData("profile/personal-api-tokens?sort=expires", Own + "profile/personal-api-tokens?sort=expires")]
    [InlineData(null, Own)]
    [InlineData("", Own)]
    [InlineData("https://evil.example.com/", Own)]
    [InlineData("//evil.example.com/", Own)]
    [InlineData("\\\\evil.example.com", Own)]
    [InlineData("javascript:alert(1)", Own)]
    [InlineData("../other", Own)]
    [InlineData("https://unleash.example.com/pat/../other", Own)]
    [InlineData("https://unleash.example.com.evil.example/pat/", Own)]
    public void Whatever_leaves_the_service_is_dropped(string? redirect, string target) =>
        ReturnUrl.Resolve(redirect, Own).ShouldBe(target);
}
