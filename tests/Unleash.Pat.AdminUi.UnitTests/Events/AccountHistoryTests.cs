using Bunit;
using Unleash.Pat.AdminUi.Events;
using Unleash.Pat.AdminUi.UnitTests.Support;

namespace Unleash.Pat.AdminUi.UnitTests.Events;

public class AccountHistoryTests : EventLogTests
{
    [Fact]
    public async Task It_shows_what_was_done_to_an_account_or_by_it_with_a_link_to_the_whole()
    {
        await BeginSessionAsync();
        var page = Show<AccountHistory>(parameters => parameters.Add(history => history.AccountId, 5));

        Asked[^1].Filter.SubjectUserId.ShouldBe(5);
        page.Link("All in the event log").ShouldBe("admin/events?subjectUserId=5");
        page.FindAll("[type=radio]")[1].Change(true);

        page.WaitForAssertion(() => Asked[^1].Filter.UserId.ShouldBe(5));
        Asked[^1].Filter.SubjectUserId.ShouldBeNull();
        page.Link("All in the event log").ShouldBe("admin/events?userId=5");
    }

    [Fact]
    public async Task No_event_is_no_error()
    {
        Answer(Page());
        await BeginSessionAsync();

        var page = Show<AccountHistory>(parameters => parameters.Add(history => history.AccountId, 5));

        page.VisibleText().ShouldContain("Nothing happened yet.");
    }
}
