using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>Expired sessions, and the addresses in them, do not stay for ever.</summary>
public abstract class HousekeepingTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_session_is_deleted_a_day_after_it_expired_without_a_sign_in()
    {
        var time = new SteppingTime(new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var service = await StartAsync(time);
        var (_, _, id) = await service.SignedInAsync();
        var expired = time.GetUtcNow() + SessionPolicy.Lifetime;
        (await CountAsync(service, id)).ShouldBe(1);

        // Expired, and kept for the day.
        time.Step(expired.AddHours(23) - time.GetUtcNow());
        (await CountAsync(service, id)).ShouldBe(1);

        var left = await Eventually.GetAsync(
            () =>
            {
                time.Advance(TimeSpan.FromHours(1));
                return CountAsync(service, id);
            },
            count => count == 0,
            null,
            Cancel);

        left.ShouldBe(0);
    }

    // Seen from long ago, no session has expired: all that are still there count.
    private static async Task<int> CountAsync(TestService service, long id) =>
        (await service.Services.GetRequiredService<ISessionRepository>().GetLiveAsync(id, DateTimeOffset.UnixEpoch, Cancel)).Count;
}
