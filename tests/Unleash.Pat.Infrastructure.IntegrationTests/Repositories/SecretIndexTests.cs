using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Housekeeping;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>
/// docs/decisions/0056-secrets-are-indexed-in-batches.md: a secret is found from its commit on, whichever index has it.
/// </summary>
[OneEngineOnly("SQL Server has one index of all selectors.")]
public sealed class SecretIndexTests(DatabaseFixture<SqliteEngine> fixture) : DatabaseTests<SqliteEngine>(fixture)
{
    private const int All = 1_000;

    private IPatRepository Pats => Get<IPatRepository>();

    private Database Database => Get<Database>();

    [Fact]
    public async Task A_secret_is_found_before_and_after_it_is_moved()
    {
        await IndexAsync(All);
        var created = await NewPatsAsync(5);
        await ShouldBeFoundAsync(created);

        (await IndexAsync(2)).ShouldBe(2);
        await ShouldBeFoundAsync(created);
        created = [.. created, .. await NewPatsAsync(2)];
        await ShouldBeFoundAsync(created);

        (await IndexAsync(All)).ShouldBe(5);
        await ShouldBeFoundAsync(created);
        (await IndexAsync(All)).ShouldBe(0);
    }

    [Fact]
    public async Task The_secrets_of_a_token_are_found_and_revoked_in_both_indexes()
    {
        var (moved, kept) = (NewPat(await NewUserAsync(), "rotated"), TokenSecret.Generate());
        var pat = await StoredAsync(moved);
        await IndexAsync(All);
        await Pats.RotateAsync(
            pat.UserId, pat.Id, found => PatRotation.Of(found, kept, found.ExpiresAt, TimeSpan.FromMinutes(1), Now), By(pat.UserId, EventType.PatRotated), Cancel);

        var (first, second) = (await FindAsync(moved.Selector), await FindAsync(kept.Selector));
        (first?.Id, first?.SupersededAt).ShouldBe((pat.Id, Now.AddMinutes(1)));
        (second?.Id, second?.SupersededAt).ShouldBe((pat.Id, null));

        await Pats.DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel);
        (await FindAsync(moved.Selector)).ShouldBeNull();
        (await FindAsync(kept.Selector)).ShouldBeNull();
    }

    [Fact]
    public async Task A_create_that_is_repeated_after_its_secret_was_moved_leaves_one_event()
    {
        var pat = NewPat(await NewUserAsync(), "once");
        var created = await StoreAsync(pat, maxPerUser: 1);
        await IndexAsync(All);

        var repeated = await StoreAsync(pat, maxPerUser: 1);

        (repeated.Status, repeated.Value?.Id).ShouldBe((WriteStatus.Done, created.Value!.Id));
        (await EventsAsync(pat.UserId, EventType.PatCreated)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_value_of_the_column_hides_a_secret()
    {
        var created = await NewPatsAsync(1);
        await Database.WriteAsync(
            transaction => transaction.ExecuteAsync("UPDATE pat_secrets SET unindexed = 7 WHERE unindexed IS NOT NULL", new { }, Cancel), Cancel);

        await ShouldBeFoundAsync(created);
        (await IndexAsync(All)).ShouldBePositive();
        await ShouldBeFoundAsync(created);
    }

    [Fact]
    public async Task Housekeeping_moves_them()
    {
        var node = Fixture.Node();
        await IndexAsync(All);
        await NewPatsAsync(3);

        (await node.RunAsync<IndexSecrets>(Cancel)).ShouldBe(3);
        (await node.RunAsync<IndexSecrets>(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_verification_reads_each_index_by_the_selector()
    {
        var plan = await PlanAsync(PatVerifierStore.SelectBySelector(Database.Dialect), new { Selector = "" });

        plan.Where(step => step.Contains("pat_secrets", StringComparison.Ordinal)).ShouldBe(
            [
                "SEARCH pat_secrets USING INDEX uq_pat_secrets_unindexed (selector=?)",
                "SEARCH pat_secrets USING INDEX uq_pat_secrets_selector (selector=?)",
            ]);
        plan.ShouldNotContain(step => step.Contains("SCAN", StringComparison.Ordinal) || step.Contains("MATERIALIZE", StringComparison.Ordinal));
    }

    /// <summary>A page of it that no other change reads would be read for each token.</summary>
    [Fact]
    public async Task A_creation_does_not_read_the_large_index()
    {
        var find = PatRepository.Candidates(Database.Dialect);
        var plan = await PlanAsync(
            $"SELECT MIN(candidate.slot) {find}",
            new { UserId = 1L, MaxPerUser = 10, DescriptionKey = Array.Empty<byte>(), Selector = "" });

        plan.ShouldContain("SEARCH itself USING PRIMARY KEY (token_id=?)");
        plan.ShouldNotContain(step => step.Contains("selector", StringComparison.Ordinal));
    }

    private Task<int> IndexAsync(int count) => Pats.IndexSecretsAsync(count, Cancel);

    private Task<StoredToken?> FindAsync(string selector) => Get<ITokenVerifierStore>(TokenKind.Personal).FindAsync(selector, Cancel);

    private async Task<List<(long Id, string Selector)>> NewPatsAsync(int count)
    {
        var user = await NewUserAsync();
        var created = new List<(long, string)>();
        for (var number = 0; number < count; number++)
        {
            var pat = NewPat(user, NewName());
            created.Add(((await StoredAsync(pat)).Id, pat.Selector));
        }

        return created;
    }

    private async Task ShouldBeFoundAsync(List<(long Id, string Selector)> tokens)
    {
        foreach (var (id, selector) in tokens)
        {
            (await FindAsync(selector)).ShouldNotBeNull().Id.ShouldBe(id);
        }
    }

    private Task<List<string>> PlanAsync(string statement, object parameters) => Database.PlanAsync(statement, parameters, Cancel);
}
