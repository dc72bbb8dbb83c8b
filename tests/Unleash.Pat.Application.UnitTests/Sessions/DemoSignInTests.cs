using FluentValidation;
using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Sessions;

/// <summary>docs/api.md, section 3, <c>POST /auth/demo/login</c>.</summary>
public sealed class DemoSignInTests : IDisposable
{
    private readonly UseCases _service = new();
    private readonly List<(NewUser User, AuditEvent Created)> _created = [];

    public DemoSignInTests()
    {
        _service.CurrentUser.Caller = null;
        _service.Users
            .Setup(users => users.CreateAsync(
                It.IsAny<NewUser>(), It.IsAny<AuditStamp>(), TestContext.Current.CancellationToken))
            .Callback((NewUser user, AuditStamp audit, CancellationToken _) =>
                _created.Add((user, audit.With(UserEventData.From(user.WithId(7))))))
            .ReturnsAsync((NewUser user, AuditStamp _, CancellationToken _) => new(WriteStatus.Done, user.WithId(7)));
        _service.Sessions
            .Setup(sessions => sessions.BeginAsync(
                It.IsAny<NewSession>(), It.IsAny<VerifiedPassword>(), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SessionCounts(1, 0));
    }

    [Fact]
    public async Task An_unknown_address_becomes_an_editor_by_the_address_in_lower_case_and_without_password()
    {
        Finding(null, new UserCredentials(Accounts.Ann, null));

        var signedIn = await _service.Send(new DemoSignInCommand("Ann@Example.com"));

        signedIn.User.Id.ShouldBe(7);
        var (user, created) = _created.ShouldHaveSingleItem();
        user.ShouldBe(new NewUser(AccountType.User, null, "ann@example.com", null, RootRole.Editor, null, UseCases.Now));
        created.Type.ShouldBe("user-created");
        created.CreatedAt.ShouldBe(UseCases.Now);
        created.Data.ShouldBe(new UserEventData(7, null, "ann@example.com", null, 2));
    }

    [Fact]
    public async Task A_known_user_without_a_password_signs_in_and_is_not_created_again()
    {
        Finding(new UserCredentials(Accounts.Ann, null));

        (await _service.Send(new DemoSignInCommand("Ann@Example.com"))).User.Id.ShouldBe(7);

        _created.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_with_a_password_is_not_opened_by_its_address_alone()
    {
        Finding(new UserCredentials(Accounts.Ann, "stored-hash"));

        await Refusal.ThrowAsync(ErrorKind.PasswordMismatch, () => _service.Send(new DemoSignInCommand("Ann@Example.com")));

        _created.ShouldBeEmpty();
        _service.Sessions.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("a@b@c")]
    [InlineData("ann @example.com")]
    public void What_is_no_address_is_refused(string email) =>
        Faults(email).ShouldBe(["The email must be an e-mail address."]);

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void An_address_has_up_to_255_characters(int length, bool isValid) =>
        Faults(new string('a', length - 2) + "@b").ShouldBe(
            isValid ? [] : ["The email cannot be longer than 255 characters."]);

    public void Dispose() => _service.Dispose();

    private void Finding(params UserCredentials?[] oneAfterTheOther)
    {
        var found = new Queue<UserCredentials?>(oneAfterTheOther);
        _service.Users
            .Setup(users => users.FindForSignInAsync("Ann@Example.com", TestContext.Current.CancellationToken))
            .ReturnsAsync(found.Dequeue);
    }

    private IEnumerable<string> Faults(string email) =>
        _service.Get<IValidator<DemoSignInCommand>>().Validate(new DemoSignInCommand(email))
            .Errors.Select(error => error.ErrorMessage);
}
