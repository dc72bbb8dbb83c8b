using Microsoft.Extensions.DependencyInjection;
using Moq;
using Unleash.Pat.AdminUi.Authentication;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Authentication;

public class AccountWatcherTests : ComponentTests
{
    [Fact]
    public async Task The_same_account_changes_nothing()
    {
        await BeginSessionAsync();

        await OnTabReturnAsync();

        Navigation.History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_account_begins_the_page_anew()
    {
        await BeginSessionAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new CurrentAccount { User = new Account { Id = 2 } });

        await OnTabReturnAsync();

        Navigation.History.ShouldHaveSingleItem().Options.ForceLoad.ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_that_is_over_or_a_service_that_is_away_is_told_when_something_is_done()
    {
        await BeginSessionAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.SignedOut());
        await OnTabReturnAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException());
        await OnTabReturnAsync();

        Navigation.History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_asked_for_where_nobody_is_signed_in()
    {
        await OnTabReturnAsync();

        Client.Verify(client => client.Account.GetAsync(It.IsAny<CancellationToken>()), Times.Never);
    }

    private Task OnTabReturnAsync() => Services.GetRequiredService<AccountWatcher>().OnTabReturnAsync();
}
