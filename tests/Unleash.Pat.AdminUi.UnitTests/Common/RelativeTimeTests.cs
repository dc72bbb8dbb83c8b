using Bunit;
using Unleash.Pat.AdminUi.Common;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Common;

public class RelativeTimeTests : ComponentTests
{
    [Fact]
    public void An_instant_is_told_for_people_and_for_machines()
    {
        var time = Render<RelativeTime>(parameters => parameters.Add(moment => moment.At, TestTime.Now.AddHours(-2))).Find("time");

        time.Text().ShouldBe("2 hours ago");
        time.GetAttribute("datetime").ShouldBe("2026-05-03T06:00:00.000Z");
        time.GetAttribute("title").ShouldBe("3 May 2026, 06:00:00 (UTC+00:00)");
    }

    [Fact]
    public void Where_there_is_no_instant_one_reads_what_that_means() =>
        Render<RelativeTime>(parameters => parameters.Add(moment => moment.At, null).Add(moment => moment.None, "Not used yet")).VisibleText().ShouldBe("Not used yet");

    [Fact]
    public void What_stays_open_goes_with_the_time()
    {
        var moment = Render<RelativeTime>(parameters => parameters.Add(moment => moment.At, TestTime.Now));
        moment.VisibleText().ShouldBe("just now");

        Time.Advance(TimeSpan.FromMinutes(5));

        moment.WaitForAssertion(() => moment.VisibleText().ShouldBe("5 minutes ago"));
    }
}
