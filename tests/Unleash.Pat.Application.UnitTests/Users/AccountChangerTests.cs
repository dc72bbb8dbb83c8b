using Moq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Users;

public sealed class AccountChangerTests
{
    private readonly Mock<IUserAdministration> _accounts = new();
    private readonly Mock<ITokenCache> _cache = new();
    private readonly AccountChanger _changer;

    public AccountChangerTests() =>
        _changer = new AccountChanger(_accounts.Object, _cache.Object, Mock.Of<ICurrentUser>(), TimeProvider.System);

    [Fact]
    public async Task A_removed_accounts_tokens_are_forgotten_even_where_the_database_did_not_answer()
    {
        _accounts.Setup(accounts => accounts.DeleteAsync(
                7,
                AccountType.User,
                It.IsAny<Func<User, AuditEvent>>(),
                It.IsAny<Func<AdminToken, AuditEvent>>(),
                It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceUnavailableException(new TimeoutException()));

        await Should.ThrowAsync<ServiceUnavailableException>(() =>
            _changer.DeleteAsync(7, AccountType.User, "user-deleted", TestContext.Current.CancellationToken));

        _cache.Verify(cache => cache.EvictAccount(7), Times.Once);
    }

    [Fact]
    public async Task A_changed_accounts_tokens_are_forgotten_after_the_change()
    {
        var order = new List<string>();
        _accounts.Setup(accounts => accounts.UpdateAsync(
                It.IsAny<AccountUpdate>(), It.IsAny<Func<User, User, AuditEvent>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() =>
            {
                order.Add("changed");
                return new AccountChange(AccountChangeStatus.NotFound);
            });
        _cache.Setup(cache => cache.EvictAccount(7)).Callback(() => order.Add("forgotten"));

        await _changer.UpdateAsync(
            new AccountUpdate(7, AccountType.User, null, null, RootRole.Viewer), "user-updated", TestContext.Current.CancellationToken);

        order.ShouldBe(["changed", "forgotten"]);
    }

    [Theory]
    [InlineData(AccountChangeStatus.NotFound, ErrorKind.NotFoundError)]
    [InlineData(AccountChangeStatus.NameTaken, ErrorKind.NameExistsError)]
    [InlineData(AccountChangeStatus.LastAdmin, ErrorKind.OperationDeniedError)]
    public void A_refusal_is_told_in_the_words_of_the_wire(AccountChangeStatus status, ErrorKind expected) =>
        Refusal.Throw(expected, () => new AccountChange(status).Require(Errors.UserNotFound));
}
