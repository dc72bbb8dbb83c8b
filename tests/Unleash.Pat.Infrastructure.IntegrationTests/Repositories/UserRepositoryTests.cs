using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/api.md, section 3: who signs in by which name.</summary>
public abstract class UserRepositoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IUserRepository Users => Get<IUserRepository>();

    [Fact]
    public async Task An_account_comes_back_as_it_was_stored()
    {
        var name = NewName();
        var user = Person(name, $"{name}@Example.org") with { Name = "Zoë \U0001F600", PasswordHash = "hash" };

        var id = await CreateAsync(user);

        var found = await Users.FindAsync(id!.Value, Cancel);
        found.ShouldBe(new User(
            id.Value, AccountType.User, name, $"{name}@Example.org", "Zoë \U0001F600", RootRole.Editor, 0, Now, null)
        { HasPassword = true });
        (await Users.FindForSignInAsync(name, Cancel))!.PasswordHash.ShouldBe("hash");
    }

    [Fact]
    public async Task An_email_address_signs_in_in_any_case_and_a_username_in_its_own()
    {
        var name = $"Name-{NewName()}";
        var id = await CreateAsync(Person(name, $"{name}@example.org"));

        (await Users.FindForSignInAsync($"{name}@EXAMPLE.org".ToUpperInvariant(), Cancel))!.User.Id.ShouldBe(id!.Value);
        (await Users.FindForSignInAsync(name, Cancel))!.User.Id.ShouldBe(id.Value);
        (await Users.FindForSignInAsync(name.ToUpperInvariant(), Cancel)).ShouldBeNull();
        (await Users.FindForSignInAsync($"{name} ", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_is_taken_in_any_case_and_for_both_kinds_of_name()
    {
        var name = NewName();
        await CreateAsync(Person(name, $"{name}@example.org"));

        (await CreateAsync(Person(name.ToUpperInvariant(), null))).ShouldBeNull();
        (await CreateAsync(Person(null, $"{name}@EXAMPLE.ORG"))).ShouldBeNull();
        (await CreateAsync(Person($"{name}@example.org", null))).ShouldBeNull();
    }

    [Fact]
    public async Task A_username_may_be_the_accounts_own_address()
    {
        var address = $"{NewName()}@example.org";

        var id = await CreateAsync(Person(address, address));

        (await Users.FindForSignInAsync(address, Cancel))!.User.Id.ShouldBe(id!.Value);
    }

    [Fact]
    public async Task Parallel_creates_of_one_name_give_one_account()
    {
        var name = NewName();

        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CreateAsync(Person(name, null)))));

        ids.Count(id => id is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("' OR 1=1 --")]
    public async Task An_unknown_name_finds_no_account(string name) =>
        (await Users.FindForSignInAsync(name, Cancel)).ShouldBeNull();

    [Fact]
    public async Task A_name_longer_than_any_finds_no_account() =>
        (await Users.FindForSignInAsync(new string('x', 100_000), Cancel)).ShouldBeNull();

    [Fact]
    public async Task Every_change_is_recorded_with_the_account_before_and_after_it_and_no_hash()
    {
        var actor = await NewUserAsync();
        var name = NewName();
        var stored = await Users.CreateAsync(Person(name, null) with { PasswordHash = "hash" }, By(actor, EventType.UserCreated), Cancel);
        var user = stored.Value.ShouldNotBeNull();
        await Users.UpdateAsync(new AccountUpdate(user.Id, AccountType.User, "Ann", null, null), By(actor, EventType.UserUpdated), Cancel);
        await Users.DeleteAsync(user.Id, AccountType.User, By(actor, EventType.UserDeleted), Cancel);

        var first = $$"""{"id":{{user.Id}},"username":"{{name}}","rootRole":2}""";
        var second = $$"""{"id":{{user.Id}},"username":"{{name}}","name":"Ann","rootRole":2}""";
        await ShouldRecordAsync(actor, EventType.UserCreated, first, null);
        await ShouldRecordAsync(actor, EventType.UserUpdated, second, first);
        await ShouldRecordAsync(actor, EventType.UserDeleted, null, second);
    }

    private async Task ShouldRecordAsync(long actor, string type, string? data, string? preData)
    {
        var entry = (await EventsAsync(actor, type)).ShouldHaveSingleItem();
        (entry.CreatedBy, entry.CreatedAt, entry.Data, entry.PreData).ShouldBe(("somebody", Now, data, preData));
    }

    private static NewUser Person(string? username, string? email) =>
        new(AccountType.User, username, email, null, RootRole.Editor, null, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private async Task<long?> CreateAsync(NewUser user) => (await Users.CreateAsync(
        user, AuditStamp.BySystem(EventType.UserCreated, Now), Cancel)).Value?.Id;
}
