using System.Globalization;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>docs/api.md, section 3: so many sign-ins a minute from one address.</summary>
public abstract class SignInRateLimitTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task After_the_tenth_attempt_the_answer_is_429_and_says_when_to_come_back()
    {
        var service = await StartAsync(new ServiceOptions { Unset = ["RateLimiting:LoginPerMinute"] });

        // The body does not matter to the limiter, and a refused one costs no hashing.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            (await service.Anonymous.PostAsync(ServiceClient.Login, "{}")).ShouldBeError(400, "BadDataError");
        }

        var answer = await service.Anonymous.TrySignInAsync(TestService.AdminName, TestService.AdminPassword);

        answer.ShouldBeError(429, "RateLimitError");
        answer.Header("RateLimit-Limit").ShouldBe("10");
        answer.Header("RateLimit-Remaining").ShouldBe("0");
        var seconds = int.Parse(answer.Header("Retry-After").ShouldNotBeNull(), CultureInfo.InvariantCulture);
        seconds.ShouldBeInRange(1, 60);
        answer.Header("RateLimit-Reset").ShouldBe($"{seconds}");
    }

    [Fact]
    public async Task Only_signing_in_is_limited()
    {
        var service = await StartAsync(("RateLimiting:LoginPerMinute", "1"));
        var account = await service.AccountAsync();
        (await service.Anonymous.PostAsync(ServiceClient.Login, "{}")).ShouldBeError(429, "RateLimitError");

        for (var request = 0; request < 5; request++)
        {
            (await account.Client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        }
    }
}
