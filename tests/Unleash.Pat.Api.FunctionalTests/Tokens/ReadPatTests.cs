using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, sections 1.2 and 1.3.</summary>
public abstract class ReadPatTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_new_account_has_no_tokens()
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.GetAsync(ServiceClient.Tokens);

        answer.Status.ShouldBe(200);
        answer.Body.ShouldBe("""{"pats":[]}""");
        answer.Header("cache-control").ShouldBe("no-store");
    }

    [Fact]
    public async Task The_list_is_by_id_and_shows_no_secret()
    {
        var account = await Service.AccountAsync();
        foreach (var description in new[] { "zebra", "ant", "Mole" })
        {
            await account.Client.IssueAsync($"{{\"description\":\"{description}\"}}");
        }

        var answer = await account.Client.GetAsync(ServiceClient.Tokens);

        (await account.Client.ListAsync()).Select(token => token.Description).ShouldBe(["zebra", "ant", "Mole"]);
        (await account.Client.ListAsync()).Select(token => token.Id).ShouldBeInOrder();
        answer.Body.ShouldNotContain("secret");
        answer.Body.ShouldNotContain("user:v2_");
    }

    [Fact]
    public async Task One_token_reads_as_it_was_issued_without_the_secret()
    {
        var account = await Service.AccountAsync();
        var issued = await account.Client.IssueAsync("""{"description":"laptop","expiresAt":"2099-01-01T00:00:00.5Z"}""");

        var answer = await account.Client.GetAsync(issued.Path);

        answer.Status.ShouldBe(200);
        answer.Json.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "description", "expiresAt", "createdAt", "seenAt", "userId"], ignoreOrder: true);
        answer.Read<IssuedToken>().ShouldBe(issued with { Secret = null! });
        (await account.Client.ListAsync()).ShouldBe([issued with { Secret = null! }]);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9223372036854775807")]
    [InlineData("99999999999999999999999999")]
    public async Task An_unknown_id_is_not_found(string id)
    {
        var account = await Service.AccountAsync();

        (await account.Client.GetAsync($"{ServiceClient.Tokens}/{id}")).ShouldBeError(404, "NotFoundError");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("%201")]
    [InlineData("-")]
    public async Task An_id_that_is_no_integer_is_refused(string id)
    {
        var account = await Service.AccountAsync();

        var error = (await account.Client.GetAsync($"{ServiceClient.Tokens}/{id}")).ShouldBeError(400, "BadDataError");

        error.Details.ShouldHaveSingleItem().Path.ShouldBe("/params/id");
    }

    [Fact]
    public async Task Reading_needs_credentials_and_an_account()
    {
        foreach (var path in new[] { ServiceClient.Tokens, $"{ServiceClient.Tokens}/1" })
        {
            (await Service.Anonymous.GetAsync(path)).ShouldBeError(401, "AuthenticationRequired");
            (await Service.Administrator.GetAsync(path)).ShouldBeError(
                403, "NoAccessError", "You need the \"READ_PAT\" permission to perform this action.");
        }
    }
}
