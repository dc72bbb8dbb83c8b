using Microsoft.Extensions.DependencyInjection;
using Moq;
using Unleash.Pat.AdminUi.Session;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Session;

public class AccountWatchTests : ComponentTests
{
    [Fact]
    public async Task The_same_account_changes_nothing()
    {
        await BeginSessionAsync();

        await LookAsync();

        Navigation.History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_account_begins_the_page_anew()
    {
        await BeginSessionAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new CurrentAccount { User = new Account { Id = 2 } });

        await LookAsync();

        Navigation.History.ShouldHaveSingleItem().Options.ForceLoad.ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_that_is_over_or_a_service_that_is_away_is_told_when_something_is_done()
    {
        await BeginSessionAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(Refusal.SignedOut());
        await LookAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException());
        await LookAsync();

        Navigation.History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_asked_for_where_nobody_is_signed_in()
    {
        await LookAsync();

        Client.Verify(client => client.Account.GetAsync(It.IsAny<CancellationToken>()), Times.Never);
    }

    private Task LookAsync() => Services.GetRequiredService<AccountWatch>().LookAsync();
}
