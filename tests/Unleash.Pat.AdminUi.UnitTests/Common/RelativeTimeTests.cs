using Bunit;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

public class RelativeTimeTests : ComponentTests
{
    [Fact]
    public void A_time_has_a_relative_an_exact_and_a_machine_readable_form()
    {
        var time = Render<RelativeTime>(parameters => parameters.Add(moment => moment.At, TestTime.Now.AddHours(-2))).Find("time");

        time.Text().ShouldBe("2 hours ago");
        time.GetAttribute("datetime").ShouldBe("2026-05-03T06:00:00.000Z");
        time.GetAttribute("title").ShouldBe("3 May 2026, 06:00:00 (UTC+00:00)");
    }

    [Fact]
    public void A_missing_time_shows_the_given_text() =>
        Render<RelativeTime>(parameters => parameters.Add(moment => moment.At, null).Add(moment => moment.None, "Not used yet")).VisibleText().ShouldBe("Not used yet");

    [Fact]
    public void It_is_updated_as_time_passes()
    {
        var moment = Render<RelativeTime>(parameters => parameters.Add(moment => moment.At, TestTime.Now));
        moment.VisibleText().ShouldBe("just now");

        Time.Advance(TimeSpan.FromMinutes(5));

        moment.WaitForAssertion(() => moment.VisibleText().ShouldBe("5 minutes ago"));
    }
}
