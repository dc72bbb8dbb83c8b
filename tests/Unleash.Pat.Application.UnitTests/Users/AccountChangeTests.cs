using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Users;

/// <summary>Changing and deleting accounts: the cache forgets them before the answer, whatever the database answered.</summary>
public sealed class AccountChangeTests : IDisposable
{
    private readonly UseCases _service = new();

    public AccountChangeTests() => _service.CurrentUser.Caller = FakeCurrentUser.Administrator;

    [Fact]
    public async Task A_deleted_users_tokens_are_forgotten_even_where_the_database_did_not_answer()
    {
        _service.Users.Setup(users => users.DeleteAsync(7, AccountType.User, It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceUnavailableException(new TimeoutException()));

        await Should.ThrowAsync<ServiceUnavailableException>(() => _service.Send(new DeleteUserCommand(7)));

        _service.Cache.Verify(cache => cache.EvictAccount(7), Times.Once);
    }

    [Fact]
    public async Task A_changed_users_tokens_are_forgotten_after_the_change()
    {
        var order = new List<string>();
        _service.Users.Setup(users => users.UpdateAsync(
                new AccountUpdate(7, AccountType.User, null, null, RootRole.Viewer), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() =>
            {
                order.Add("changed");
                return new(WriteStatus.Done, Accounts.Ann);
            });
        _service.Cache.Setup(cache => cache.EvictAccount(7)).Callback(() => order.Add("forgotten"));

        (await _service.Send(new UpdateUserCommand(7, null, null, "Viewer"))).ShouldBe(Accounts.Ann);

        order.ShouldBe(["changed", "forgotten"]);
    }

    [Theory]
    [InlineData(WriteStatus.NotFound, ErrorKind.NotFoundError)]
    [InlineData(WriteStatus.NameTaken, ErrorKind.NameExistsError)]
    [InlineData(WriteStatus.LastAdministrator, ErrorKind.OperationDeniedError)]
    public void A_refusal_is_told_in_the_words_of_the_wire(WriteStatus status, ErrorKind expected) =>
        Refusal.Throw(expected, () => new WriteResult<User>(status).RequireAccount(Errors.UserNotFound));

    public void Dispose() => _service.Dispose();
}
