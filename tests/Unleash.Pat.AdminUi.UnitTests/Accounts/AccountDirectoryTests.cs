using Moq;
using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.AdminUi.UnitTests.Support;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.UnitTests.Accounts;

public class AccountDirectoryTests
{
    private readonly Mock<IUnleashPatClient> _client = new();
    private readonly AccountDirectory _accounts;

    public AccountDirectoryTests()
    {
        _client.Setup(client => client.Users.SearchAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        _client.Setup(client => client.Users.GetAsync(It.IsAny<long>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.Create(404, "NotFoundError", "No."));
        _client.Setup(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync([new ServiceAccount { Id = 8, Username = "deploy" }]);
        _accounts = new AccountDirectory(_client.Object);
    }

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Service_accounts_are_loaded_once()
    {
        (await _accounts.FindNameAsync(8, Cancel)).ShouldBe("deploy");
        (await _accounts.SuggestAsync("dep", Cancel)).ShouldHaveSingleItem().Id.ShouldBe(8);

        _client.Verify(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_is_looked_up_once()
    {
        (await _accounts.FindNameAsync(42, Cancel)).ShouldBeNull();
        (await _accounts.FindNameAsync(42, Cancel)).ShouldBeNull();

        _client.Verify(client => client.Users.GetAsync(42, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        _client.SetupSequence(client => client.ServiceAccounts.ListAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(TestErrors.WithoutBody(503)).ReturnsAsync([new ServiceAccount { Id = 8, Username = "deploy" }]);
        await Should.ThrowAsync<UnleashPatException>(() => _accounts.FindNameAsync(8, Cancel));

        (await _accounts.FindNameAsync(8, Cancel)).ShouldBe("deploy");
    }
}
