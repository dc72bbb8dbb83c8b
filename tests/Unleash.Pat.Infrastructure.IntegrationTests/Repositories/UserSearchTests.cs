using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>Users are found in any case, in any script, and by nothing that is not in their names.</summary>
public abstract class UserSearchTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IUserRepository Users => Get<IUserRepository>();

    [Theory]
    [InlineData("Émile Zola", "émile")]
    [InlineData("Émile Zola", "E\u0301MILE z")]
    [InlineData("ÖZGÜR", "özgür")]
    [InlineData("özgür", "ÖZGÜR")]
    [InlineData("Иванов", "ИВАН")]
    [InlineData("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("Strasse", "straße")]
    [InlineData("İSTANBUL", "istanbul")]
    [InlineData("ISPARTA", "ısparta")]
    [InlineData("ＷＩＤＥ", "wide")]
    [InlineData("ﬁnn", "FINN")]
    [InlineData("علی\u200cرضا", "علیرضا")]
    [InlineData("100%_[x]\\", "%_[X]\\")]
    [InlineData("[ab]^c-d%", "]^C-D")]
    [InlineData("two  spaces ", "  SPACES ")]
    [InlineData("ends in zq", "ZQ")]
    [InlineData("qz begins", "QZ")]
    [InlineData("a \"quoted\" name", "\"QUO")]
    [InlineData("a AND b OR c*", "and b")]
    [InlineData("a AND b OR c*", "OR C*")]
    [InlineData("\U0001F600\U0001F680 rocket", "\U0001F600\U0001F680")]
    [InlineData("\U0001F600\U0001F680 rocket", "\U0001F680 r")]
    [InlineData("a name that is much longer than what is compared by the index of an engine", "MUCH LONGER THAN WHAT IS COMPARED BY THE INDEX")]
    public async Task A_name_is_found_in_any_case(string name, string text)
    {
        var id = await CreateAsync(name);

        Ids(await Users.SearchAsync(text, 100, Cancel)).ShouldContain(id);
    }

    [Theory]
    [InlineData("\0\0")]
    [InlineData("an\0")]
    [InlineData("\0ann")]
    [InlineData("%%")]
    [InlineData("__")]
    [InlineData("[a-z]")]
    [InlineData("[^x]")]
    [InlineData("a%n")]
    [InlineData("\\%")]
    [InlineData("\u200b\u200b")]
    [InlineData("\n\n")]
    [InlineData("' OR 1=1 --")]
    [InlineData("a* OR n")]
    [InlineData("nna")]
    [InlineData("nan")]
    public async Task A_text_that_no_name_contains_finds_no_account(string text)
    {
        var id = await CreateAsync("ann");

        Ids(await Users.SearchAsync(text, 100, Cancel)).ShouldNotContain(id);
    }

    [Fact]
    public async Task A_renamed_user_is_found_only_by_the_new_name()
    {
        var id = await CreateAsync("Before Ümlaut");

        await Users.UpdateAsync(
            new AccountUpdate(id, AccountType.User, "After Ünion", $"ÜBER-{id}@example.com", null),
            AuditStamp.BySystem(EventType.UserUpdated, Now),
            Cancel);

        Ids(await Users.SearchAsync("before ü", 100, Cancel)).ShouldNotContain(id);
        Ids(await Users.SearchAsync("after ü", 100, Cancel)).ShouldContain(id);
        Ids(await Users.SearchAsync($"über-{id}", 100, Cancel)).ShouldContain(id);
    }

    [Theory]
    [InlineData("xq")]
    [InlineData("gone xq")]
    public async Task A_deleted_user_is_not_found(string text)
    {
        var id = await CreateAsync("gone xq");
        await Users.DeleteAsync(id, AccountType.User, AuditStamp.BySystem(EventType.UserDeleted, Now), Cancel);

        Ids(await Users.SearchAsync(text, 100, Cancel)).ShouldNotContain(id);
    }

    [Theory]
    [InlineData("jw")]
    [InlineData("jwk")]
    public async Task The_first_accounts_by_id_are_found_up_to_the_limit(string text)
    {
        var ids = new List<long>();
        for (var number = 0; number < 3; number++)
        {
            ids.Add(await CreateAsync($"{text} {number}"));
        }

        Ids(await Users.SearchAsync($"{text} ", 2, Cancel)).ShouldBe(ids[..2]);
        Ids(await Users.SearchAsync($"{text} ", 4, Cancel)).ShouldBe(ids);
    }

    private async Task<long> CreateAsync(string name)
    {
        var user = new NewUser(AccountType.User, NewName(), null, name, RootRole.Viewer, null, Now);
        return (await Users.CreateAsync(
            user, AuditStamp.BySystem(EventType.UserCreated, Now), Cancel)).Value.ShouldNotBeNull().Id;
    }

    private static IEnumerable<long> Ids(IEnumerable<User> users) => users.Select(user => user.Id);
}
