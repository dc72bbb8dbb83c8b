using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Inventory;
using Unleash.Pat.Application.Policy;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>Every filter and every order of the tokens of all accounts, compared with the same in memory.</summary>
public abstract class InventoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private static readonly TokenPolicy Policy = new()
    {
        MaxLifetime = TimeSpan.FromDays(90),
        RequireDescription = true,
        RevokeUnusedAfter = TimeSpan.FromDays(60),
        Scopes = new Dictionary<string, string> { ["deploy:write"] = "" },
    };

    private static readonly InventoryOrder ById = new(InventorySort.Id);

    private IInventoryRepository Inventory => Get<IInventoryRepository>();

    [Fact]
    public async Task Every_filter_finds_and_counts_what_it_names()
    {
        await FillAsync();
        var all = await AllAsync(new InventoryFilter());
        var user = all[7].Owner.Id;
        foreach (var (filter, passes) in Filters(user))
        {
            var expected = all.Where(passes).Select(held => held.Token.Id).ToList();
            expected.ShouldNotBeEmpty(filter.ToString());
            expected.Count.ShouldBeLessThan(all.Count, filter.ToString());
            await ShouldFindAsync(filter, expected);

            // Together with another, each is a condition on rows that the other's index names.
            var both = filter with { UserId = user };
            await ShouldFindAsync(both, [.. all.Where(held => held.Owner.Id == user).Where(passes).Select(held => held.Token.Id)]);
        }

        (await Inventory.CountAsync(Criteria(new()), Cancel)).ShouldBe(all.Count);
    }

    [Fact]
    public async Task Every_order_has_all_on_pages_of_any_size_both_ways()
    {
        await FillAsync();
        foreach (var filter in new InventoryFilter[] { new(), new() { State = TokenState.Active }, new() { Query = "e" }, new() { State = TokenState.Disabled } })
        {
            var all = await AllAsync(filter);
            foreach (var (sort, key) in Keys())
            {
                var expected = all.OrderBy(key, Comparer<(long, string, long, long)>.Default).Select(held => held.Token.Id).ToList();
                (await PagedAsync(filter, new InventoryOrder(sort), 3)).ShouldBe(expected, $"{sort} {filter}");
                (await PagedAsync(filter, new InventoryOrder(sort, IsDescending: true), 7)).ShouldBe(Enumerable.Reverse(expected), $"-{sort} {filter}");
                (await ReadAllAsync(filter, new InventoryOrder(sort))).ShouldBe(expected);
            }
        }
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_what_was_there_all_along()
    {
        await FillAsync();
        var before = (await AllAsync(new InventoryFilter())).ConvertAll(held => held.Token.Id);
        foreach (var sort in Enum.GetValues<InventorySort>())
        {
            var (passing, gone) = (await NewUserAsync(), new List<long>());
            var found = new List<long>();
            InventoryPosition? after = null;
            do
            {
                var page = await Inventory.GetPageAsync(Criteria(new()), new InventoryOrder(sort), after, 5, Cancel);
                found.AddRange(page.Tokens.Select(held => held.Token.Id));
                after = page.Next;
                var passed = await StoredAsync(NewPat(passing, $"passing {found.Count}"), maxPerUser: 1000);
                gone.Add(passed.Id);
                if (gone.Count > 2)
                {
                    await Get<IPatRepository>().DeleteAsync(passing, gone[^3], By(passing, EventType.PatDeleted), Cancel);
                }
            }
            while (after is not null);

            found.ShouldBeUnique();
            before.Except(found).ShouldBeEmpty();
            await Get<IUserRepository>().DeleteAsync(passing, AccountType.User, By(passing, EventType.UserDeleted), Cancel);
        }
    }

    [Fact]
    public async Task A_policy_is_checked_as_the_filter_does_it()
    {
        await FillAsync();
        var all = await AllAsync(new InventoryFilter { ViolatesPolicy = true });

        var refused = await Get<ITokenPolicyRepository>().FindRefusedAsync(Policy, Now, 2, Cancel);

        refused.Total.ShouldBe(all.Count);
        var groups = all.GroupBy(held => held.Owner.Id).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToList();
        refused.AccountsTotal.ShouldBe(groups.Count);
        refused.Accounts.Select(account => (account.Account.Id, account.Tokens)).ShouldBe(
            groups.Take(2).Select(group => (group.Key, (long)group.Count())));
        (await Get<ITokenPolicyRepository>().FindRefusedAsync(new TokenPolicy(), Now, 2, Cancel)).Total.ShouldBe(0);
    }

    private InventoryCriteria Criteria(InventoryFilter filter) => new(filter, Policy, Now);

    private IEnumerable<(InventoryFilter Filter, Func<InventoryToken, bool> Passes)> Filters(long user) =>
    [
        (new() { State = TokenState.Active }, held => held.Token.ExpiresAt > Now && held.Token.IsEnabled && held.Owner.IsEnabled),
        (new() { State = TokenState.Expired }, held => held.Token.ExpiresAt <= Now),
        (new() { State = TokenState.Disabled }, held => !held.Token.IsEnabled || !held.Owner.IsEnabled),
        (new() { AccountType = AccountType.User }, held => held.Owner.AccountType == AccountType.User),
        (new() { AccountType = AccountType.ServiceAccount }, held => held.Owner.AccountType == AccountType.ServiceAccount),
        (new() { UserId = user }, held => held.Owner.Id == user),
        (new() { Query = "STRASSE" }, held => held.Token.Description.Value.Contains("Straße", StringComparison.Ordinal)),
        (new() { Query = "日" }, held => held.Token.Description.Value.Contains('日', StringComparison.Ordinal)),
        (new() { Query = "ÉMILE" }, held => held.Owner.Name?.StartsWith("Émile", StringComparison.Ordinal) is true),
        (new() { Query = "_%'" }, held => held.Token.Description.Value.Contains("_%'", StringComparison.Ordinal)),
        (new() { Scope = "deploy:write" }, held => held.Token.Scopes?.Contains("deploy:write") is true),
        (new() { Unrestricted = true }, held => held.Token.Scopes is null),
        (new() { NeverExpires = true }, held => held.Token.ExpiresAt > Now.AddYears(100)),
        (new() { ExpiresBefore = Now.AddDays(20) }, held => held.Token.ExpiresAt < Now.AddDays(20)),
        (new() { CreatedBefore = Now.AddDays(-50) }, held => held.Token.CreatedAt < Now.AddDays(-50)),
        (new() { UnusedSince = Now.AddDays(-30) }, held => (held.Token.SeenAt ?? held.Token.CreatedAt) < Now.AddDays(-30)),
        (new() { ViolatesPolicy = true }, Violates),
        (new() { State = TokenState.Active, ExpiresBefore = Now.AddDays(20), UnusedSince = Now.AddDays(-1), AccountType = AccountType.User },
            held => held.Token.ExpiresAt > Now && held.Token.IsEnabled && held.Owner.IsEnabled && held.Token.ExpiresAt < Now.AddDays(20)
                && (held.Token.SeenAt ?? held.Token.CreatedAt) < Now.AddDays(-1) && held.Owner.AccountType == AccountType.User),
    ];

    private bool Violates(InventoryToken held) =>
        held.Token.ExpiresAt - held.Token.IssuedAt > Policy.MaxLifetime
        || (held.Token.Description.Value.StartsWith("Unnamed token ", StringComparison.Ordinal) && held.Token.Description.Value.Length == 22)
        || held.Token.Scopes?.Any(scope => scope is not ("deploy:write" or TokenScopes.ApiRead)) is true
        || (held.Token.SeenAt ?? held.Token.CreatedAt) < Now - Policy.RevokeUnusedAfter;

    private static IEnumerable<(InventorySort Sort, Func<InventoryToken, (long, string, long, long)> Key)> Keys() =>
    [
        (InventorySort.Id, held => (held.Token.Id, "", 0, 0)),
        (InventorySort.CreatedAt, held => (held.Token.CreatedAt.Ticks, "", 0, held.Token.Id)),
        (InventorySort.ExpiresAt, held => (held.Token.ExpiresAt.Ticks, "", 0, held.Token.Id)),
        (InventorySort.SeenAt, held => (held.Token.SeenAt?.Ticks ?? -1, "", 0, held.Token.Id)),
        (InventorySort.Owner, held => (long.Parse(held.Owner.Username![^4..], System.Globalization.CultureInfo.InvariantCulture), "", held.Owner.Id, held.Token.Id)),
    ];

    private async Task ShouldFindAsync(InventoryFilter filter, List<long> expected)
    {
        (await PagedAsync(filter, ById, 10)).ShouldBe(expected, filter.ToString());
        (await ReadAllAsync(filter, ById)).ShouldBe(expected, filter.ToString());
        (await Inventory.CountAsync(Criteria(filter), Cancel)).ShouldBe(expected.Count, filter.ToString());
        (await Inventory.GetIdsAsync(Criteria(filter), Cancel)).ShouldBe(expected, ignoreOrder: true, filter.ToString());
    }

    private async Task<List<InventoryToken>> AllAsync(InventoryFilter filter) =>
        [.. (await Inventory.GetPageAsync(Criteria(filter), ById, null, 1000, Cancel)).Tokens];

    private async Task<List<long>> ReadAllAsync(InventoryFilter filter, InventoryOrder order)
    {
        var found = new List<long>();
        InventoryPosition? after = null;
        do
        {
            var batch = await Inventory.GetBatchAsync(Criteria(filter), order, after, Cancel);
            found.AddRange(batch.Tokens.Select(held => held.Token.Id));
            after = batch.Next;
        }
        while (after is not null);

        return found;
    }

    private async Task<List<long>> PagedAsync(InventoryFilter filter, InventoryOrder order, int size)
    {
        var found = new List<long>();
        InventoryPosition? after = null;
        do
        {
            var page = await Inventory.GetPageAsync(Criteria(filter), order, after, size, Cancel);
            page.Tokens.Count.ShouldBeLessThanOrEqualTo(size);
            found.AddRange(page.Tokens.Select(held => held.Token.Id));
            after = page.Next;
        }
        while (after is not null);

        return found;
    }

    // What each token is follows from its number, so that every filter passes some and refuses some.
    private async Task FillAsync()
    {
        if ((await AllAsync(new InventoryFilter { CreatedBefore = Now.AddDays(-1) })).Count > 0)
        {
            return;
        }

        string[] descriptions = ["laptop", "Große Straße", "日本語", "_%'", "Unnamed token abcd_-12", "build"];
        for (var account = 0; account < 8; account++)
        {
            var user = await NewAccountAsync(account);
            for (var number = 0; number < 6; number++)
            {
                var place = (account * 6) + number;
                await StoredAsync(NewPat(user, descriptions[number] is "laptop" ? $"laptop {account}" : descriptions[number], TimeSpan.FromDays(place % 7 == 0 ? 60_000 : 15 + place)) with
                {
                    CreatedAt = Now.AddDays(-(place * 3 % 80)),
                    ExpiresAt = place % 5 == 0 ? Now : Now.AddDays(place % 7 == 0 ? 60_000 : place),
                    Scopes = (place % 3) switch { 0 => null, 1 => TokenScopes.Create(["deploy:write", "api:read"]), _ => TokenScopes.Create(["old:scope"]) },
                });
            }
        }

        await Get<Database>().WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(
                    "UPDATE personal_access_tokens SET seen_at = @Seen WHERE id % 4 = 1", new { Seen = Now.AddDays(-40) }, Cancel);
                await transaction.ExecuteAsync(
                    "UPDATE personal_access_tokens SET seen_at = @Seen WHERE id % 4 = 2", new { Seen = Now.AddHours(-1) }, Cancel);
                await transaction.ExecuteAsync("UPDATE personal_access_tokens SET enabled = 0 WHERE id % 11 = 3", null, Cancel);
                await transaction.ExecuteAsync(
                    "UPDATE personal_access_tokens SET rotated_at = @At WHERE id % 6 = 0", new { At = Now.AddDays(-1) }, Cancel);
                return await transaction.ExecuteAsync("UPDATE users SET enabled = 0 WHERE name = 'Off'", null, Cancel);
            },
            Cancel);
    }

    private async Task<long> NewAccountAsync(int number)
    {
        var name = (number % 4) switch { 0 => "Émile Zola", 1 => "Off", _ => null };
        var user = new NewUser(
            number % 3 == 2 ? AccountType.ServiceAccount : AccountType.User, $"{(number % 2 == 0 ? "A" : "a")}ccount-{7 - number:D4}", null, name, RootRole.Viewer, null, Now);
        var result = await Get<IUserRepository>().CreateAsync(user, AuditStamp.BySystem(EventType.UserCreated, Now), Cancel);
        return result.Value!.Id;
    }
}
