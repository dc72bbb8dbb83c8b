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
    public async Task Another_account_reloads_the_page()
    {
        await BeginSessionAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new CurrentAccount { User = new Account { Id = 2 } });

        await OnTabReturnAsync();

        Navigation.History.ShouldHaveSingleItem().Options.ForceLoad.ShouldBeTrue();
    }

    [Fact]
    public async Task An_ended_session_and_an_unreachable_service_are_left_to_the_next_action()
    {
        await BeginSessionAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(TestErrors.SignedOut());
        await OnTabReturnAsync();
        Client.Setup(client => client.Account.GetAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new HttpRequestException());
        await OnTabReturnAsync();

        Navigation.History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_requested_while_signed_out()
    {
        await OnTabReturnAsync();

        Client.Verify(client => client.Account.GetAsync(It.IsAny<CancellationToken>()), Times.Never);
    }

    private Task OnTabReturnAsync() => Services.GetRequiredService<AccountWatcher>().OnTabReturnAsync();
}
