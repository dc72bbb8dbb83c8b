using System.Collections.Concurrent;
using System.Text.Json;
using Unleash.Pat.Application;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Faults;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Faults;

/// <summary>Where an answer is cut off, what was written is there once, and what was answered is there.</summary>
[OneEngineOnly("It cuts, delays or refuses the traffic to a server, which SQLite does not have.")]
public sealed class LostAnswerTests(DatabaseFixture<SqlServerEngine> fixture) : SqlServerFaultTests(fixture)
{
    private const int Many = 1000;

    /// <summary>The limit of one has the repetition find the account full, of the token that it repeats.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public async Task A_create_whose_acknowledgement_is_lost_is_answered_and_there_once(int maxPerUser)
    {
        var user = await NewUserAsync();
        Proxy.LoseAnswerTo(SqlServerTraffic.Containing("INSERT INTO personal_access_tokens"));

        var creation = await StoreAsync(NewPat(user, "once"), Far, maxPerUser);

        Proxy.Cuts.ShouldBe(1);
        creation.Status.ShouldBe(WriteStatus.Done);
        (await Near.GetAllAsync(user, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(creation.Value!.Id);
        (await EventsAsync(user, EventType.PatCreated)).Count.ShouldBe(1);
    }

    /// <summary>What is not safe to repeat is not repeated, and a caller who repeats it changes nothing.</summary>
    [Fact]
    public async Task A_delete_whose_commit_is_not_acknowledged_is_in_doubt_and_done_once()
    {
        var user = await NewUserAsync();
        var pat = (await StoreAsync(NewPat(user, "doomed"), Near)).Value!;
        Proxy.LoseAnswerTo(SqlServerTraffic.Containing("DELETE FROM personal_access_tokens"));

        await Should.ThrowAsync<ServiceUnavailableException>(() => Far.DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel));

        Proxy.Cuts.ShouldBe(1);
        (await Near.GetAllAsync(user, Cancel)).ShouldBeEmpty();
        (await Far.DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel)).ShouldBeFalse();
        (await EventsAsync(user, EventType.PatDeleted)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_cut_anywhere_lose_no_acknowledged_create_and_double_none()
    {
        var user = await NewUserAsync();
        var acknowledged = new ConcurrentBag<(NewPat Pat, long Id)>();
        var tried = new ConcurrentBag<string>();

        for (var round = 0; round < 12; round++)
        {
            Proxy.CutNextAnswerAfter(7 * round);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => TryStoreAsync(user, tried, acknowledged))));
        }

        Proxy.Cuts.ShouldBeGreaterThanOrEqualTo(6);
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(24);
        var held = (await Near.GetAllAsync(user, Cancel)).ToDictionary(token => token.Description.Value);
        acknowledged.ShouldAllBe(token => held[token.Pat.Description.Value].Id == token.Id);
        held.Keys.ShouldBeSubsetOf(tried);
        var recorded = (await EventsAsync(user, EventType.PatCreated)).Select(entry => IdIn(entry.Data!));
        recorded.ShouldBe(held.Values.Select(token => token.Id), ignoreOrder: true);
    }

    private static long IdIn(string data) => JsonDocument.Parse(data).RootElement.GetProperty("id").GetInt64();

    private async Task TryStoreAsync(
        long user, ConcurrentBag<string> tried, ConcurrentBag<(NewPat Pat, long Id)> acknowledged)
    {
        var pat = NewPat(user, NewName());
        tried.Add(pat.Description.Value);
        try
        {
            acknowledged.Add((pat, (await StoreAsync(pat, Far, Many)).Value!.Id));
        }
        catch (ServiceUnavailableException)
        {
            // In doubt: it may be there, once.
        }
    }
}
