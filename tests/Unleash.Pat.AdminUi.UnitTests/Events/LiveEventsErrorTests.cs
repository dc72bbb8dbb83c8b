using Bunit;
using Microsoft.JSInterop;
using Moq;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

/// <summary>New events cannot be loaded.</summary>
public class LiveEventsErrorTests : LiveEventsTestBase
{
    [Fact]
    public async Task A_failure_is_said_and_tried_again()
    {
        Attention("free");
        Setup("tail").ThrowsAsync(TestErrors.WithoutBody(503));
        var page = await FollowAsync();

        Time.Advance(Interval);
        page.WaitForAssertion(() => page.Status().ShouldContain("New events could not be loaded. Trying again…"));
        Answer("tail", Page(Event(10)) with { TailCursor = "tail2" });
        Time.Advance(Interval);

        page.WaitForAssertion(() => Rows(page).ShouldBe(2));
        page.Status().ShouldNotContain("could not");
    }

    [Fact]
    public async Task A_failure_of_the_browser_is_one_too()
    {
        Script.Setup<string?>("attention").SetException(new JSException("The script is not loaded."));
        var page = await FollowAsync();

        Time.Advance(Interval);

        page.WaitForAssertion(() => page.Status().ShouldContain("New events could not be loaded. Trying again…"));
    }

    [Fact]
    public async Task An_ended_session_leads_to_the_sign_in_page_and_back()
    {
        Attention("free");
        Setup("tail").ThrowsAsync(TestErrors.SignedOut());
        var page = await FollowAsync("admin/events?userId=1");

        Time.Advance(Interval);

        page.WaitForAssertion(() => Address.ShouldBe("login?redirect=admin%2Fevents%3FuserId%3D1"));
        Session.Me.ShouldBeNull();
    }

    [Fact]
    public async Task A_user_who_is_no_longer_an_administrator_is_told_why_it_has_ended()
    {
        Attention("free");
        Setup("tail").ThrowsAsync(TestErrors.Create(403, "NoAccessError", "You need the role Admin."));
        var page = await FollowAsync();

        Time.Advance(Interval);

        page.WaitForAssertion(() => page.Status().ShouldContain("The live view has ended. You need the role Admin."));
        page.Find("[role=switch]").HasAttribute("checked").ShouldBeFalse();
    }
}
