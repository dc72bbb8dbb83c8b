using Moq;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.UnitTests.Users;

/// <summary>docs/api.md, section 3, <c>GET /api/admin/user</c>.</summary>
public sealed class GetCurrentUserTests : IDisposable
{
    private readonly UseCases _service = new();

    [Fact]
    public async Task The_account_behind_the_credential_is_shown()
    {
        _service.Users.Setup(users => users.FindAsync(7, TestContext.Current.CancellationToken)).ReturnsAsync(Accounts.Ann);

        (await _service.Send(new GetCurrentUserQuery())).ShouldBe(Accounts.Ann);
    }

    [Fact]
    public async Task An_account_that_was_deleted_meanwhile_must_log_in() =>
        await Refusal.ThrowAsync(ErrorKind.UnauthorizedError, () => _service.Send(new GetCurrentUserQuery()));

    [Fact]
    public async Task An_admin_token_has_no_account_to_show()
    {
        _service.CurrentUser.Caller = FakeCurrentUser.AdminToken;

        await Refusal.ThrowAsync(ErrorKind.NoAccessError, () => _service.Send(new GetCurrentUserQuery()));

        _service.VerifyNoHandlerRan();
    }

    public void Dispose() => _service.Dispose();
}
