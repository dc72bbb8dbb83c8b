using Moq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Sessions;

/// <summary>
/// docs/api.md, section 3, <c>POST /auth/simple/login</c>: one message and one duration for unknown user and wrong password.
/// </summary>
public sealed class RefusedSignInTests : IDisposable
{
    private static readonly Password Wrong = new("battery staple");

    private readonly UseCases _service = new();
    private readonly List<(long? UserId, AuditEvent Failed)> _failures = [];

    public RefusedSignInTests()
    {
        _service.CurrentUser.Caller = null;
        _service.Users.Setup(users => users.FindForSignInAsync("ann", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new UserCredentials(Accounts.Ann, "stored-hash"));
        _service.Users.Setup(users => users.FindForSignInAsync("demo", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new UserCredentials(Accounts.Ann, null));
        _service.Sessions
            .Setup(sessions => sessions.RecordFailureAsync(
                It.IsAny<long?>(), It.IsAny<SignInEventData>(), It.IsAny<AuditStamp>(), TestContext.Current.CancellationToken))
            .Callback((long? userId, SignInEventData data, AuditStamp audit, CancellationToken _) =>
                _failures.Add((userId, audit.With(data))))
            .Returns(Task.CompletedTask);
    }

    [Theory]
    [InlineData("ann", "stored-hash")]
    [InlineData("typed-by-mistake", null)]
    [InlineData("demo", null)]
    public async Task Every_refusal_says_the_same_after_the_same_work(string username, string? hash)
    {
        var refusal = await Refuse(username);

        refusal.Message.ShouldBe((await Refuse("another-typed-by-mistake")).Message);
        _service.Passwords.Verify(passwords => passwords.VerifyAsync(hash, Wrong, It.IsAny<CancellationToken>()), Times.AtLeastOnce);
        _service.Passwords.Verify(passwords => passwords.VerifyAsync(It.IsAny<string?>(), Wrong, It.IsAny<CancellationToken>()), Times.Exactly(2));
        _failures.Count.ShouldBe(2);
        VerifyNoSession();
    }

    [Fact]
    public async Task A_wrong_password_counts_against_its_user()
    {
        await Refuse("ann");

        var (userId, failed) = _failures.ShouldHaveSingleItem();
        userId.ShouldBe(7);
        failed.Type.ShouldBe("user-sign-in-failed");
        failed.CreatedBy.ShouldBe("ann@example.com");
        failed.CreatedByUserId.ShouldBe(7);
        failed.CreatedAt.ShouldBe(UseCases.Now);
        failed.Data.ShouldBe(new SignInEventData("192.0.2.7", "curl/8.5.0"));
        failed.Everything().ShouldNotContain("battery staple");
    }

    [Fact]
    public async Task What_was_typed_as_an_unknown_username_may_be_a_password_and_is_recorded_nowhere()
    {
        var refusal = await Refuse("typed-by-mistake");

        var (userId, failed) = _failures.ShouldHaveSingleItem();
        userId.ShouldBeNull();
        failed.Type.ShouldBe("user-sign-in-failed");
        failed.CreatedByUserId.ShouldBeNull();
        failed.Everything().ShouldNotContain("typed-by-mistake");
        failed.Everything().ShouldNotContain("battery staple");
        refusal.ToString().ShouldNotContain("typed-by-mistake");
    }

    [Fact]
    public async Task A_password_that_was_changed_while_it_was_checked_is_refused()
    {
        _service.Passwords.Setup(passwords => passwords.VerifyAsync("stored-hash", Wrong, It.IsAny<CancellationToken>())).ReturnsAsync(PasswordVerificationResult.Success);
        _service.Users.Setup(users => users.FindCredentialsAsync(7, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new UserCredentials(Accounts.Ann, "another-hash"));
        _service.Passwords.Setup(passwords => passwords.VerifyAsync("another-hash", Wrong, It.IsAny<CancellationToken>())).ReturnsAsync(PasswordVerificationResult.Failed);

        await Refuse("ann");

        _failures.ShouldHaveSingleItem().UserId.ShouldBe(7);
    }

    public void Dispose() => _service.Dispose();

    private Task<RefusedException> Refuse(string username) =>
        Refusal.ThrowAsync(ErrorKind.PasswordMismatch, () => _service.Send(new SignInCommand(username, Wrong)));

    private void VerifyNoSession() => _service.Sessions.Verify(
        sessions => sessions.BeginAsync(
            It.IsAny<NewSession>(), It.IsAny<VerifiedPassword>(), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()),
        Times.Never);
}
