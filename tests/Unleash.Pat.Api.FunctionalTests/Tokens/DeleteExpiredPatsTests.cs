using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.7: deleting the expired tokens together.</summary>
public abstract class DeleteExpiredPatsTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Those_that_have_expired_go_with_an_event_each_and_the_others_stay()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        var service = await StartAsync(time);
        var (account, other) = (await service.AccountAsync(), await service.AccountAsync());
        var expired = new[] { await ShortAsync(account), await ShortAsync(account) };
        var kept = await account.Client.IssueAsync();
        await ShortAsync(other);
        time.Advance(TimeSpan.FromHours(1));

        var answer = await account.Client.DeleteAsync($"{ServiceClient.Tokens}?state=expired");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Json.GetProperty("deleted").GetInt32().ShouldBe(2);
        (await account.Client.ListAsync()).ShouldHaveSingleItem().Id.ShouldBe(kept.Id);
        (await other.Client.ListAsync()).ShouldHaveSingleItem();
        (await service.EventsAsync("pat-deleted")).Select(entry => entry.GetProperty("data").GetProperty("id").GetInt64())
            .ShouldBe(expired.Select(token => token.Id), ignoreOrder: true);
        (await account.Client.DeleteAsync($"{ServiceClient.Tokens}?state=expired")).Json.GetProperty("deleted").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=")]
    [InlineData("?state=active")]
    [InlineData("?state=Expired")]
    public async Task All_tokens_cannot_be_deleted_together(string query)
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync();

        (await account.Client.DeleteAsync(ServiceClient.Tokens + query)).ShouldBeError(400, "BadDataError");

        (await account.Client.ListAsync()).ShouldHaveSingleItem();
    }

    private static Task<IssuedToken> ShortAsync(TestAccount account) =>
        account.Client.IssueAsync("""{"expiresAt":"2026-06-01T08:30:00Z"}""");
}
