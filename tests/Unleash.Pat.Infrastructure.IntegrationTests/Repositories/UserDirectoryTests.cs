using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>Pages of accounts, wherever they are.</summary>
public abstract class UserDirectoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IUserRepository Users => Get<IUserRepository>();

    [Fact]
    public async Task A_page_has_the_accounts_of_its_kind_from_the_offset_on_and_the_exact_total()
    {
        var users = new List<long>();
        var serviceAccounts = new List<long>();
        for (var number = 0; number < 12; number++)
        {
            (number % 4 == 3 ? serviceAccounts : users).Add(await CreateAsync(number % 4 == 3 ? AccountType.ServiceAccount : AccountType.User));
        }

        foreach (var (type, ids) in new[] { (AccountType.User, users), (AccountType.ServiceAccount, serviceAccounts) })
        {
            foreach (var (offset, limit) in from offset in Enumerable.Range(0, ids.Count + 2) from limit in new[] { 1, 4, 1000, int.MaxValue } select (offset, limit))
            {
                var page = await Users.GetPageAsync(type, limit, offset, Cancel);

                page.Users.Select(user => user.Id).ShouldBe(ids.Skip(offset).Take(limit), $"{limit} of {type} from {offset} on");
                page.Total.ShouldBe(ids.Count);
            }

            (await Users.GetAllOfTypeAsync(type, Cancel)).Select(user => user.Id).ShouldBe(ids);
        }

        (await Users.GetPageAsync(AccountType.User, 1, int.MaxValue, Cancel)).Users.ShouldBeEmpty();
    }

    private async Task<long> CreateAsync(AccountType type)
    {
        var user = new NewUser(type, NewName(), null, null, RootRole.Viewer, null, Now);
        return (await Users.CreateAsync(user, AuditStamp.BySystem(EventType.UserCreated, Now), Cancel)).Value.ShouldNotBeNull().Id;
    }
}
