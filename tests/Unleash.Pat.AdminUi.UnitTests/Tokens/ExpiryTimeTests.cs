using Bunit;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.Tokens;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Tokens;

public class ExpiryTimeTests : ComponentTests
{
    [Fact]
    public void It_shows_the_relative_time_and_the_date() => VisibleText(TestTime.Now.AddDays(30)).ShouldBe("in 30 days 2 Jun 2026");

    [Fact]
    public void Never_has_no_date() => VisibleText(Timestamps.Never).ShouldBe("Never expires");

    [Fact]
    public void The_services_warnings_are_shown()
    {
        VisibleText(TestTime.Now.AddDays(3), ExpiryWarning.ExpiresSoon).ShouldContain("expires soon");
        VisibleText(TestTime.Now.AddDays(-3), ExpiryWarning.Expired).ShouldContain("expired");
    }

    [Fact]
    public void A_token_that_expires_while_the_page_is_open_is_marked()
    {
        var expiry = Show(TestTime.Now.AddMinutes(1), ExpiryWarning.ExpiresSoon);
        expiry.VisibleText().ShouldContain("expires soon");

        Time.Advance(TimeSpan.FromMinutes(1));

        expiry.WaitForAssertion(() => expiry.VisibleText().ShouldContain("expired"));
        expiry.VisibleText().ShouldNotContain("expires soon");
    }

    private string VisibleText(DateTimeOffset at, ExpiryWarning? warning = null) => Show(at, warning).VisibleText();

    private IRenderedComponent<ExpiryTime> Show(DateTimeOffset at, ExpiryWarning? warning) =>
        Render<ExpiryTime>(parameters => parameters.Add(expiry => expiry.At, at).Add(expiry => expiry.Warning, warning));
}
