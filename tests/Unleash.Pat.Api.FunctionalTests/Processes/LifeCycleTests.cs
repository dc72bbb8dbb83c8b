using System.Collections.Concurrent;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/api.md, section 3: what survives the end of a process.</summary>
public abstract class LifeCycleTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Last_uses_are_written_and_sessions_survive_an_orderly_end()
    {
        var first = Start();
        var session = await (await ClientAsync(first)).SignInByEmailAsync("owner@example.com");

        // On a busy machine the service can write a use in the background before the end; then another token is used.
        var used = await Eventually.GetAsync(() => UseNewAsync(session), token => token.SeenAt is null, null, Cancel);
        used.SeenAt.ShouldBeNull();

        (await first.TerminateAsync(Cancel)).ShouldBe(0);

        var again = (await ClientAsync(Start())).WithCookie(session.Cookie!);
        var seen = (await again.ListAsync()).Single(token => token.Id == used.Id);
        seen.SeenAt.ShouldNotBeNull();
        string.CompareOrdinal(seen.SeenAt, seen.CreatedAt).ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task Every_answered_create_and_its_event_survive_a_sudden_end()
    {
        var first = Start(("Pats:MaxPerUser", "1000"));
        var session = await (await ClientAsync(first)).SignInByEmailAsync("owner@example.com");
        var answered = await CreateUntilKilledAsync(first, session);

        var again = await ClientAsync(Start(("Pats:MaxPerUser", "1000")));

        answered.Count.ShouldBeGreaterThanOrEqualTo(20);
        var held = await again.WithCookie(session.Cookie!).ListAsync();
        answered.ShouldBeSubsetOf(held.Select(token => token.Id));
        var events = await again.WithAuthorization(TestService.AdminToken).GetAsync($"{ServiceClient.Events}?type=pat-created&limit=1000");
        events.Json.GetProperty("events").EnumerateArray()
            .Select(entry => entry.GetProperty("data").GetProperty("id").GetInt64())
            .ShouldBe(held.Select(token => token.Id), ignoreOrder: true);
        (await again.WithCookie(session.Cookie!).IssueAsync()).Id.ShouldBeGreaterThan(answered.Max());
    }

    private static async Task<IssuedToken> UseNewAsync(ServiceClient session)
    {
        var token = await session.IssueAsync();
        (await session.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        return (await session.ListAsync()).Single(listed => listed.Id == token.Id);
    }

    private static async Task<IReadOnlyCollection<long>> CreateUntilKilledAsync(RealService service, ServiceClient session)
    {
        var answered = new ConcurrentBag<long>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var creators = Enumerable.Range(0, 8).Select(_ => Task.Run(CreateAsync)).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(creators));
        await service.KillAsync(Cancel);
        await Task.WhenAll(creators);
        return answered;

        async Task CreateAsync()
        {
            try
            {
                while (true)
                {
                    answered.Add((await session.IssueAsync()).Id);
                    if (answered.Count >= 20)
                    {
                        enough.TrySetResult();
                    }
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The process is gone.
            }
        }
    }
}
