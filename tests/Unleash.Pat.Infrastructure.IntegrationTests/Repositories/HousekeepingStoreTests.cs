using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/api.md, section 10: housekeeping by one node at a time, and what two at once would do.</summary>
public abstract class HousekeepingStoreTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Name = "housekeeping";
    private const int Rounds = 100;

    private static readonly string[] Nodes = ["a", "b"];

    private ILeaseStore Leases => Get<ILeaseStore>();

    private IPatRepository Pats => Get<IPatRepository>();

    [Fact]
    public async Task Of_two_nodes_one_gets_the_lease_and_the_other_when_it_has_ended()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var now = Now.AddHours(round);
            var taken = await Task.WhenAll(Nodes.Select(
                holder => Task.Run(() => Leases.TryTakeAsync(Name, holder, now, now.AddSeconds(15), Cancel))));

            taken.Count(isTaken => isTaken).ShouldBe(1);
            var (first, second) = taken[0] ? ("a", "b") : ("b", "a");
            (await Leases.TryTakeAsync(Name, second, now.AddSeconds(14), now.AddSeconds(29), Cancel)).ShouldBeFalse();
            (await Leases.TryTakeAsync(Name, first, now.AddSeconds(14), now.AddSeconds(29), Cancel)).ShouldBeTrue("It renews it.");
            (await Leases.TryTakeAsync(Name, second, now.AddSeconds(29), now.AddSeconds(44), Cancel)).ShouldBeTrue();
        }
    }

    /// <summary>A node whose clock was wrong must not keep the others from it until that time comes.</summary>
    [Fact]
    public async Task A_lease_that_ends_far_ahead_is_taken()
    {
        var start = Now.AddYears(5);
        (await Leases.TryTakeAsync(Name, "wrong", start.AddDays(100), start.AddDays(100).AddSeconds(15), Cancel)).ShouldBeTrue();

        (await Leases.TryTakeAsync(Name, "right", start, start.AddSeconds(15), Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_node_that_gives_its_lease_up_leaves_the_lease_of_another()
    {
        var start = Now.AddYears(6);
        (await Leases.TryTakeAsync(Name, "first", start, start.AddSeconds(15), Cancel)).ShouldBeTrue();
        (await Leases.TryTakeAsync(Name, "second", start.AddSeconds(15), start.AddSeconds(30), Cancel)).ShouldBeTrue();

        (await Leases.TryTakeAsync(Name, "first", start.AddSeconds(20), start.AddSeconds(20), Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_batch_has_tokens_that_were_used_long_ago_and_some_that_never_were()
    {
        var user = await NewUserAsync();
        var (used, unused) = (await StoredAsync(NewPat(user, "used")), await StoredAsync(NewPat(user, "unused")));
        await Get<ITokenVerifierStore>(TokenKind.Personal).WriteLastUsedAsync([new LastUse(used.Id, Now.AddMinutes(1))], Cancel);

        var revoked = await Pats.DeleteUnusedAsync(Now.AddMinutes(2), 200, AuditStamp.BySystem(EventType.PatRevoked, Now.AddDays(1)), Cancel);

        revoked.ShouldContain(used.Id);
        revoked.ShouldContain(unused.Id);
    }

    [Fact]
    public async Task Two_nodes_that_revoke_the_same_unused_tokens_record_each_once()
    {
        var user = await NewUserAsync();
        for (var number = 0; number < Rounds; number++)
        {
            await StoredAsync(NewPat(user, $"unused {number}"), maxPerUser: 1000);
        }

        var audit = AuditStamp.BySystem(EventType.PatRevoked, Now.AddDays(100)) with
        {
            Revocation = new RevocationCause(RevocationCause.Unused, Address: null),
        };
        var revoked = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (await Pats.DeleteUnusedAsync(Now.AddDays(1), 10, audit, Cancel) is { Count: > 0 } batch)
            {
                count += batch.Count;
            }

            return count;
        })));

        (await Pats.GetAllAsync(user, Cancel)).ShouldBeEmpty();
        revoked.Sum().ShouldBeGreaterThanOrEqualTo(Rounds);
        var events = await Get<IEventRepository>().GetPageAsync(new EventFilter { Types = [EventType.PatRevoked] }, new EventSlice(1000), Cancel);
        var own = events.Events.Where(entry => entry.Data!.Contains($"\"ownerId\":{user},", StringComparison.Ordinal)).ToList();
        own.Count.ShouldBe(Rounds);
        own.ShouldAllBe(entry => entry.CreatedBy == "unleash-system" && entry.Data!.Contains("\"reason\":\"unused\""));
    }

    [Fact]
    public async Task A_token_that_was_used_meanwhile_stays()
    {
        var user = await NewUserAsync();
        var (used, unused, fresh) = (await StoredAsync(NewPat(user, "used")), await StoredAsync(NewPat(user, "unused")), await StoredAsync(NewPat(user, "old use")));
        await Get<ITokenVerifierStore>(TokenKind.Personal).WriteLastUsedAsync(
            [new LastUse(used.Id, Now.AddDays(20)), new LastUse(fresh.Id, Now.AddDays(5))], Cancel);

        var revoked = new List<long>();
        while (await Pats.DeleteUnusedAsync(Now.AddDays(10), 100, AuditStamp.BySystem(EventType.PatRevoked, Now.AddDays(20)), Cancel) is { Count: > 0 } batch)
        {
            revoked.AddRange(batch);
        }

        revoked.ShouldContain(unused.Id);
        revoked.ShouldContain(fresh.Id);
        (await Pats.GetAllAsync(user, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(used.Id);
    }

    [Fact]
    public async Task Tokens_that_expired_long_ago_are_deleted_and_the_others_stay()
    {
        var user = await NewUserAsync();
        var old = await StoredAsync(NewPat(user, "old", TimeSpan.FromMinutes(1)));
        var recent = await StoredAsync(NewPat(user, "recent", TimeSpan.FromMinutes(3)));

        var deleted = await Pats.DeleteLongExpiredAsync(Now.AddMinutes(2), 100, AuditStamp.BySystem(EventType.PatDeleted, Now.AddDays(1)), Cancel);

        deleted.ShouldContain(old.Id);
        (await Pats.GetAllAsync(user, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(recent.Id);
    }
}
