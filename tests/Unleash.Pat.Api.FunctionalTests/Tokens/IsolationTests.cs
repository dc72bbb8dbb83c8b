using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, sections 1 and 5: the tokens of two accounts have nothing to do with each other.</summary>
public abstract class IsolationTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Other_users_tokens_cannot_be_read_or_deleted_even_by_an_administrator()
    {
        var owner = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();
        foreach (var role in RootRole.All)
        {
            var other = await Service.AccountAsync(new() { Role = role });

            (await other.Client.ListAsync()).ShouldBeEmpty();
            (await other.Client.GetAsync(token.Path)).ShouldBeError(404, "NotFoundError");
            (await other.Client.DeleteAsync(token.Path)).Status.ShouldBe(200);
        }

        (await owner.Client.GetAsync(token.Path)).Status.ShouldBe(200);
        (await Service.Anonymous.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Another_accounts_token_answers_as_one_that_never_was()
    {
        var owner = await Service.AccountAsync();
        var other = await Service.AccountAsync();
        var token = await owner.Client.IssueAsync();
        var gone = await owner.Client.IssueAsync();
        await owner.Client.DeleteAsync(gone.Path);

        var messages = new[] { token, gone }.Select(async each =>
            (await other.Client.GetAsync(each.Path)).ShouldBeError(404, "NotFoundError").Message.Replace($"{each.Id}", "#", StringComparison.Ordinal));

        (await Task.WhenAll(messages)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_accounts_may_use_one_description_and_each_has_its_own_limit()
    {
        var service = await StartAsync(("Pats:MaxPerUser", "1"));
        var first = await service.AccountAsync();
        var second = await service.AccountAsync();

        var mine = await first.Client.IssueAsync("""{"description":"laptop"}""");
        var theirs = await second.Client.IssueAsync("""{"description":"laptop"}""");

        mine.UserId.ShouldBe(first.Id);
        theirs.UserId.ShouldBe(second.Id);
    }

    [Fact]
    public async Task A_token_acts_for_its_own_account()
    {
        var owner = await Service.AccountAsync();
        var bearer = Service.Anonymous.WithAuthorization((await owner.Client.IssueAsync()).Secret);

        var second = await bearer.IssueAsync();

        second.UserId.ShouldBe(owner.Id);
        (await owner.Client.ListAsync()).Count.ShouldBe(2);
        (await bearer.GetAsync(ServiceClient.Me)).Json.GetProperty("user").GetProperty("id").GetInt64().ShouldBe(owner.Id);
    }
}
