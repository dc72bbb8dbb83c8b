using System.Security.Cryptography;
using System.Text;
using Moq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Sessions;

/// <summary>docs/api.md, section 3, <c>POST /auth/simple/login</c>: signing in.</summary>
public sealed class SignInTests : IDisposable
{
    private static readonly Password Right = new("correct horse");

    private readonly UseCases _service = new();
    private readonly List<(NewSession Session, VerifiedPassword Password, AuditEvent SignedIn)> _begun = [];

    public SignInTests()
    {
        _service.CurrentUser.Caller = null;
        _service.Users.Setup(users => users.FindForSignInAsync("ann", TestContext.Current.CancellationToken))
            .ReturnsAsync(new UserCredentials(Accounts.Ann, "stored-hash"));
        _service.Sessions
            .Setup(sessions => sessions.BeginAsync(
                It.IsAny<NewSession>(),
                It.IsAny<VerifiedPassword>(),
                It.IsAny<AuditStamp>(),
                TestContext.Current.CancellationToken))
            .Callback((NewSession session, VerifiedPassword password, AuditStamp audit, CancellationToken _) =>
                _begun.Add((session, password, audit.With(new SignInEventData(session.Address, session.UserAgent)))))
            .ReturnsAsync(new SessionCounts(2, 1));
    }

    [Fact]
    public async Task The_right_password_begins_a_session_of_48_hours_under_the_hash_of_the_cookies_key()
    {
        Checking(PasswordVerificationResult.Success);

        var signedIn = await _service.Send(new SignInCommand("ann", Right));

        var session = _begun.ShouldHaveSingleItem().Session;
        session.UserId.ShouldBe(7);
        session.KeyHash.ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes(signedIn.Key.Reveal())));
        session.CreatedAt.ShouldBe(UseCases.Now);
        session.ExpiresAt.ShouldBe(UseCases.Now.AddHours(48));
        session.Address.ShouldBe("192.0.2.7");
        session.UserAgent.ShouldBe("curl/8.5.0");
    }

    [Fact]
    public async Task The_answer_is_the_user_as_it_is_after_signing_in_and_its_sessions()
    {
        Checking(PasswordVerificationResult.Success);

        var signedIn = await _service.Send(new SignInCommand("ann", Right));

        signedIn.User.ShouldBe(Accounts.Ann with { SeenAt = UseCases.Now, LoginAttempts = 0 });
        signedIn.Counts.ShouldBe(new SessionCounts(2, 1));
    }

    [Fact]
    public async Task The_event_tells_who_signed_in_and_from_where_and_neither_key_nor_password()
    {
        Checking(PasswordVerificationResult.Success);

        var key = (await _service.Send(new SignInCommand("ann", Right))).Key;

        var entry = _begun.ShouldHaveSingleItem().SignedIn;
        entry.Type.ShouldBe("user-signed-in");
        entry.CreatedBy.ShouldBe("ann@example.com");
        entry.CreatedByUserId.ShouldBe(7);
        entry.CreatedAt.ShouldBe(UseCases.Now);
        entry.Data.ShouldBe(new SignInEventData("192.0.2.7", "curl/8.5.0"));
        entry.Everything().ShouldNotContain(key.Reveal());
        entry.Everything().ShouldNotContain("correct horse");
    }

    [Fact]
    public async Task Every_session_has_a_key_of_its_own()
    {
        Checking(PasswordVerificationResult.Success);

        var one = await _service.Send(new SignInCommand("ann", Right));
        var two = await _service.Send(new SignInCommand("ann", Right));

        one.Key.Reveal().ShouldNotBe(two.Key.Reveal());
    }

    [Fact]
    public async Task A_password_under_an_outdated_hash_signs_in_and_is_hashed_again()
    {
        Checking(PasswordVerificationResult.SuccessRehashNeeded);
        _service.Passwords.Setup(passwords => passwords.HashAsync(Right, It.IsAny<CancellationToken>())).ReturnsAsync("today's hash");

        await _service.Send(new SignInCommand("ann", Right));

        _begun.ShouldHaveSingleItem().Password.ShouldBe(new VerifiedPassword("stored-hash", "today's hash"));
    }

    public void Dispose() => _service.Dispose();

    private void Checking(PasswordVerificationResult outcome) =>
        _service.Passwords.Setup(passwords => passwords.VerifyAsync("stored-hash", Right, It.IsAny<CancellationToken>())).ReturnsAsync(outcome);
}
