using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, sections 1.1 and 1.4: what holds under any concurrency.</summary>
public abstract class RaceTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Of_two_hundred_creates_at_once_exactly_ten_succeed()
    {
        var account = await Service.AccountAsync();

        var answers = await Race.CreateAsync(200, _ => "{}", account.Client);

        Race.ShouldLeaveTen(answers, await account.Client.ListAsync());
    }

    [Fact]
    public async Task Of_fifty_creates_of_one_description_exactly_one_succeeds()
    {
        var account = await Service.AccountAsync();

        var answers = await Race.CreateAsync(50, _ => """{"description":"laptop"}""", account.Client);

        Race.ShouldLeaveOne(answers, await account.Client.ListAsync());
    }

    [Fact]
    public async Task Creates_and_deletes_at_once_never_exceed_the_limit()
    {
        var account = await Service.AccountAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), Cancel, async (_, _) =>
        {
            for (var round = 0; round < 10; round++)
            {
                var answer = await account.Client.PostAsync(ServiceClient.Tokens, "{}");
                if (answer.Status == 201)
                {
                    (await account.Client.ListAsync()).Count.ShouldBeLessThanOrEqualTo(10);
                    await account.Client.DeleteAsync(answer.Read<IssuedToken>().Path);
                }
                else
                {
                    answer.ShouldBeError(403, "OperationDeniedError");
                }
            }
        });

        (await account.Client.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_request_begun_after_the_deletions_answer_is_refused()
    {
        var account = await Service.AccountAsync();
        for (var round = 0; round < 10; round++)
        {
            var token = await account.Client.IssueAsync();

            var uses = await Race.UseWhileAsync(
                Service.Anonymous.WithAuthorization(token.Secret), () => account.Client.DeleteAsync(token.Path));

            uses.Before.ShouldContain(200);
            uses.Before.ShouldAllBe(status => status == 200 || status == 401);
            uses.After.ShouldNotBeEmpty();
            uses.After.ShouldAllBe(status => status == 401);
        }
    }

    [Fact]
    public async Task A_token_that_is_first_used_while_it_is_deleted_is_refused_afterwards()
    {
        var account = await Service.AccountAsync();
        for (var round = 0; round < 40; round++)
        {
            var token = await account.Client.IssueAsync();

            var uses = await Race.UseWhileAsync(
                Service.Anonymous.WithAuthorization(token.Secret), () => account.Client.DeleteAsync(token.Path), awaitFirstUse: false);

            uses.After.ShouldAllBe(status => status == 401);
        }
    }
}
