using Moq;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.UnitTests.Support;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Users;

/// <summary>docs/api.md, section 6, <c>InitialAdmin</c>: who signs in first.</summary>
public class EnsureInitialAdminTests
{
    private readonly List<(NewUser User, AuditEvent Created)> _created = [];
    private readonly List<string> _hashed = [];

    [Fact]
    public async Task Where_there_are_accounts_nothing_is_created()
    {
        using var service = Service(("InitialAdmin:Password", "configured one"));
        service.Users.Setup(users => users.AnyAsync(TestContext.Current.CancellationToken)).ReturnsAsync(true);

        (await service.Send(new EnsureInitialAdminCommand())).ShouldBe(new InitialAdminResult(null));

        _created.ShouldBeEmpty();
        _hashed.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_configured_administrator_is_created_with_the_configured_password()
    {
        using var service = Service(("InitialAdmin:Username", "root"), ("InitialAdmin:Password", "configured one"));

        (await service.Send(new EnsureInitialAdminCommand())).ShouldBe(new InitialAdminResult("root"));

        var (user, created) = _created.ShouldHaveSingleItem();
        user.ShouldBe(new NewUser(AccountType.User, "root", null, null, RootRole.Admin, "hash", UseCases.Now));
        _hashed.ShouldBe(["configured one"]);
        created.Type.ShouldBe("user-created");
        created.Data.ShouldBe(new UserEventData(1, "root", null, null, 1));
        created.Everything().ShouldNotContain("configured one");
        created.Everything().ShouldNotContain("hash");
    }

    [Fact]
    public async Task Without_a_configured_password_a_random_one_is_created_and_handed_out()
    {
        using var service = Service();

        var one = await service.Send(new EnsureInitialAdminCommand());
        var two = await service.Send(new EnsureInitialAdminCommand());

        one.Username.ShouldBe("admin");
        _hashed.ShouldBe([one.GeneratedPassword!.Reveal(), two.GeneratedPassword!.Reveal()]);
        _hashed[0].Length.ShouldBeGreaterThanOrEqualTo(20);
        _hashed[0].ShouldNotBe(_hashed[1]);
        one.ToString().ShouldNotContain(_hashed[0]);
        _created.ShouldAllBe(created => !created.Created.Everything().Contains(_hashed[0]));
    }

    [Fact]
    public async Task A_random_password_is_kept_before_the_account_is_created()
    {
        using var service = Service();
        service.Keeper.Setup(keeper => keeper.KeepAsync(It.IsAny<Password>(), TestContext.Current.CancellationToken))
            .Callback(() => _created.ShouldBeEmpty())
            .ReturnsAsync("file");

        var result = await service.Send(new EnsureInitialAdminCommand());

        result.File.ShouldBe("file");
        _created.ShouldHaveSingleItem();
        service.Keeper.Verify(keeper => keeper.Discard(It.IsAny<string>()), Times.Never);
    }

    [Fact]
    public async Task A_password_that_cannot_be_kept_creates_no_account()
    {
        using var service = Service();
        service.Keeper.Setup(keeper => keeper.KeepAsync(It.IsAny<Password>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StartupException("no room"));

        await Should.ThrowAsync<StartupException>(() => service.Send(new EnsureInitialAdminCommand()));

        _created.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Where_the_database_fails_the_file_goes_unless_the_account_was_created_even_so(bool wasCreated, int discarded)
    {
        using var service = Service();
        service.Keeper.Setup(keeper => keeper.KeepAsync(It.IsAny<Password>(), It.IsAny<CancellationToken>())).ReturnsAsync("file");
        service.Users.SetupSequence(users => users.AnyAsync(It.IsAny<CancellationToken>())).ReturnsAsync(false).ReturnsAsync(wasCreated);
        service.Users
            .Setup(users => users.CreateAsync(
                It.IsAny<NewUser>(), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TimeoutException());

        await Should.ThrowAsync<TimeoutException>(() => service.Send(new EnsureInitialAdminCommand()));

        service.Keeper.Verify(keeper => keeper.Discard("file"), Times.Exactly(discarded));
    }

    [Fact]
    public async Task Where_another_process_was_first_no_password_is_handed_out_that_opens_nothing()
    {
        using var service = Service();
        service.Users
            .Setup(users => users.CreateAsync(
                It.IsAny<NewUser>(), It.IsAny<AuditStamp>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new WriteResult<User>(WriteStatus.NameTaken));

        (await service.Send(new EnsureInitialAdminCommand())).ShouldBe(new InitialAdminResult(null));
    }

    private UseCases Service(params (string Key, string? Value)[] configuration)
    {
        var service = new UseCases(configuration);
        service.CurrentUser.Caller = null;
        service.Passwords.Setup(passwords => passwords.HashAsync(It.IsAny<Password>(), It.IsAny<CancellationToken>()))
            .Callback((Password password, CancellationToken _) => _hashed.Add(password.Reveal()))
            .ReturnsAsync("hash");
        service.Users
            .Setup(users => users.CreateAsync(
                It.IsAny<NewUser>(), It.IsAny<AuditStamp>(), TestContext.Current.CancellationToken))
            .Callback((NewUser user, AuditStamp audit, CancellationToken _) =>
                _created.Add((user, audit.With(UserEventData.From(user.WithId(1))))))
            .ReturnsAsync((NewUser user, AuditStamp _, CancellationToken _) => new(WriteStatus.Done, user.WithId(1)));
        return service;
    }
}
