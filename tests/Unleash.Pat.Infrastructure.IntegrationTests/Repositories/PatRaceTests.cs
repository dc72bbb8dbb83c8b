using Unleash.Pat.Application;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>docs/api.md, section 1.1: limit and unique description hold under any concurrency, because the database enforces them.</summary>
public abstract class PatRaceTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Writers = 60;

    [Fact]
    public async Task Parallel_creates_fill_the_account_exactly()
    {
        var user = await NewUserAsync();

        var outcomes = await InParallelAsync(number => StoreAsync(NewPat(user, $"token {number}")));

        outcomes.Count(outcome => outcome.Status == WriteStatus.Done).ShouldBe(10);
        outcomes.Count(outcome => outcome.Status == WriteStatus.LimitReached).ShouldBe(Writers - 10);
        (await Get<IPatRepository>().GetAllAsync(user, Cancel)).Count.ShouldBe(10);
        (await EventsAsync(user, EventType.PatCreated)).Count.ShouldBe(10);
    }

    [Fact]
    public async Task Parallel_creates_of_one_description_give_one_token()
    {
        var user = await NewUserAsync();

        var outcomes = await InParallelAsync(_ => StoreAsync(NewPat(user, "same")));

        outcomes.Count(outcome => outcome.Status == WriteStatus.Done).ShouldBe(1);
        outcomes.Count(outcome => outcome.Status == WriteStatus.NameTaken).ShouldBe(Writers - 1);
    }

    [Fact]
    public async Task Parallel_deletes_of_one_token_record_one_event()
    {
        var user = await NewUserAsync();
        var pat = await StoredAsync(NewPat(user, "doomed"));

        var outcomes = await InParallelAsync(_ => Get<IPatRepository>().DeleteAsync(pat.UserId, pat.Id, Deleted(pat), Cancel));

        outcomes.Count(deleted => deleted).ShouldBe(1);
        (await EventsAsync(user, EventType.PatDeleted)).Count.ShouldBe(1);
    }

    private static Task<T[]> InParallelAsync<T>(Func<int, Task<T>> work) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => work(number))));
}
