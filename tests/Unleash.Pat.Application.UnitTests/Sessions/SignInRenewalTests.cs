using Microsoft.Extensions.Time.Testing;
using Moq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Throttling;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Sessions;

/// <summary>Hashes of an older work factor are renewed as their owner signs in.</summary>
public sealed class SignInRenewalTests
{
    private static readonly User Ada = new(7, AccountType.User, "ada", null, null, RootRole.Viewer, 0, DateTimeOffset.UnixEpoch, null);

    private readonly Mock<IUserRepository> _users = new();
    private readonly Mock<ISessionRepository> _sessions = new();
    private readonly Mock<IPasswordHasher> _passwords = new();
    private readonly List<VerifiedPassword> _begun = [];

    public SignInRenewalTests()
    {
        _passwords.Setup(hashing => hashing.HashAsync(It.IsAny<Password>(), It.IsAny<CancellationToken>())).ReturnsAsync("new hash");
        _passwords.Setup(hashing => hashing.VerifyAsync("old hash", It.IsAny<Password>(), It.IsAny<CancellationToken>())).ReturnsAsync(PasswordVerificationResult.SuccessRehashNeeded);
        _passwords.Setup(hashing => hashing.VerifyAsync("new hash", It.IsAny<Password>(), It.IsAny<CancellationToken>())).ReturnsAsync(PasswordVerificationResult.Success);
        _users.Setup(users => users.FindForSignInAsync("ada", It.IsAny<CancellationToken>()))
            .ReturnsAsync(new UserCredentials(Ada, "old hash"));
    }

    [Fact]
    public async Task An_outdated_hash_is_renewed_with_the_session()
    {
        BeginsWhere(_ => true);

        await SignInAsync();

        _begun.ShouldHaveSingleItem().ShouldBe(new VerifiedPassword("old hash", "new hash"));
    }

    [Fact]
    public async Task A_renewal_by_a_sign_in_beside_this_one_is_no_mismatch()
    {
        BeginsWhere(password => password.Hash == "new hash");
        StoredIs("new hash");

        await SignInAsync();

        _begun[^1].ShouldBe(new VerifiedPassword("new hash"));
    }

    [Fact]
    public async Task A_password_changed_meanwhile_is_a_mismatch()
    {
        BeginsWhere(_ => false);
        StoredIs("hash of another password");

        await Refusal.ThrowAsync(ErrorKind.PasswordMismatch, SignInAsync);
    }

    [Fact]
    public async Task An_account_deleted_meanwhile_is_a_mismatch()
    {
        BeginsWhere(_ => false);

        await Refusal.ThrowAsync(ErrorKind.PasswordMismatch, SignInAsync);
    }

    private void StoredIs(string hash) => _users
        .Setup(users => users.FindCredentialsAsync(Ada.Id, It.IsAny<CancellationToken>()))
        .ReturnsAsync(new UserCredentials(Ada, hash));

    private void BeginsWhere(Func<VerifiedPassword, bool> condition) => _sessions
        .Setup(sessions => sessions.BeginAsync(
            It.IsAny<NewSession>(), It.IsAny<VerifiedPassword>(), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((NewSession _, VerifiedPassword password, AuditStamp _, CancellationToken _) =>
        {
            _begun.Add(password);
            return condition(password) ? new SessionCounts(1, 0) : null;
        });

    private Task<SignedIn> SignInAsync()
    {
        var time = new FakeTimeProvider();
        var client = Mock.Of<IClientInfo>();
        var accounts = new RecentAccounts(time);
        var handler = new SignInCommandHandler(
            _users.Object,
            _sessions.Object,
            _passwords.Object,
            new SessionStarter(_sessions.Object, accounts, client, time),
            accounts,
            new SignInThrottle(time),
            client,
            time);
        return handler.Handle(new SignInCommand("ada", new Password("right")), TestContext.Current.CancellationToken);
    }
}
