using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.4.</summary>
public abstract class DeletePatTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_deleted_token_is_gone_and_the_answer_is_empty()
    {
        var account = await Service.AccountAsync();
        var kept = await account.Client.IssueAsync();
        var token = await account.Client.IssueAsync();

        var answer = await account.Client.DeleteAsync(token.Path);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldBeEmpty();
        (await account.Client.GetAsync(token.Path)).ShouldBeError(404, "NotFoundError");
        (await account.Client.ListAsync()).ShouldHaveSingleItem().Id.ShouldBe(kept.Id);
    }

    [Fact]
    public async Task Deleting_again_and_deleting_the_unknown_answer_the_same()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();

        foreach (var path in new[] { token.Path, token.Path, $"{ServiceClient.Tokens}/0", $"{ServiceClient.Tokens}/99999999999999999999" })
        {
            var answer = await account.Client.DeleteAsync(path);
            answer.Status.ShouldBe(200);
            answer.Body.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1.0")]
    public async Task An_id_that_is_no_integer_is_refused(string id)
    {
        var account = await Service.AccountAsync();

        var error = (await account.Client.DeleteAsync($"{ServiceClient.Tokens}/{id}")).ShouldBeError(400, "BadDataError");

        error.Details.ShouldHaveSingleItem().Path.ShouldBe("/params/id");
    }

    [Fact]
    public async Task The_token_is_refused_before_the_response_is_sent()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        await account.Client.DeleteAsync(token.Path);

        (await bearer.GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError");
    }

    [Fact]
    public async Task A_token_can_delete_itself()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);

        (await bearer.DeleteAsync(token.Path)).Status.ShouldBe(200);

        (await bearer.DeleteAsync(token.Path)).ShouldBeError(401, "UnauthorizedError");
    }

    [Fact]
    public async Task Deleting_needs_credentials_and_an_account()
    {
        (await Service.Anonymous.DeleteAsync($"{ServiceClient.Tokens}/1")).ShouldBeError(401, "AuthenticationRequired");
        (await Service.Administrator.DeleteAsync($"{ServiceClient.Tokens}/1")).ShouldBeError(
            403, "NoAccessError", "You need the \"DELETE_PAT\" permission to perform this action.");
    }
}
