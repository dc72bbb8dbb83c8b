using Bunit;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class TokenExpiryTests : ComponentTests
{
    [Fact]
    public void It_tells_how_far_away_it_is_and_the_day() => Words(TestTime.Now.AddDays(30)).ShouldBe("in 30 days2 Jun 2026");

    [Fact]
    public void Never_has_no_day() => Words(Timestamps.Never).ShouldBe("Never expires");

    [Fact]
    public void What_the_service_warns_of_is_told()
    {
        Words(TestTime.Now.AddDays(3), ExpiryWarning.ExpiresSoon).ShouldContain("expires soon");
        Words(TestTime.Now.AddDays(-3), ExpiryWarning.Expired).ShouldContain("expired");
    }

    [Fact]
    public void What_expires_before_ones_eyes_is_told()
    {
        var expiry = Show(TestTime.Now.AddMinutes(1), ExpiryWarning.ExpiresSoon);
        expiry.VisibleText().ShouldContain("expires soon");

        Time.Advance(TimeSpan.FromMinutes(1));

        expiry.WaitForAssertion(() => expiry.VisibleText().ShouldContain("expired"));
        expiry.VisibleText().ShouldNotContain("expires soon");
    }

    private string Words(DateTimeOffset at, ExpiryWarning? warning = null) => Show(at, warning).VisibleText();

    private IRenderedComponent<TokenExpiry> Show(DateTimeOffset at, ExpiryWarning? warning) =>
        Render<TokenExpiry>(parameters => parameters.Add(expiry => expiry.Token, new PersonalAccessToken { ExpiresAt = at, ExpiryWarning = warning }));
}
