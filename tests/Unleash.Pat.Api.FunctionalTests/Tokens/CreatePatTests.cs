using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.1: what is accepted.</summary>
public abstract class CreatePatTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task An_issued_token_has_every_property_of_its_schema()
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.PostAsync(
            ServiceClient.Tokens, """{"description":"laptop","expiresAt":"2099-04-19T08:15:14.000Z"}""");

        answer.Status.ShouldBe(201, answer.Body);
        answer.Json.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "description", "expiresAt", "createdAt", "seenAt", "userId", "secret"], ignoreOrder: true);
        var token = answer.Read<IssuedToken>();
        token.Id.ShouldBeGreaterThanOrEqualTo(1);
        token.Description.ShouldBe("laptop");
        token.ExpiresAt.ShouldBe("2099-04-19T08:15:14.000Z");
        token.CreatedAt.ShouldMatch(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$");
        token.SeenAt.ShouldBeNull();
        token.UserId.ShouldBe(account.Id);
    }

    [Fact]
    public async Task The_location_answers_a_get()
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.PostAsync(ServiceClient.Tokens, "{}");

        var location = answer.Header("location").ShouldNotBeNull();
        location.ShouldBe($"/api/admin/user/tokens/{answer.Read<IssuedToken>().Id}");
        (await account.Client.GetAsync(location)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_location_has_the_base_path_in_front()
    {
        var service = await StartAsync(("BasePath", "/unleash"));
        var client = service.Anonymous.WithCookie(
            (await service.Anonymous.PostAsync($"/unleash{ServiceClient.DemoLogin}", """{"email":"a@example.com"}""")).SessionCookie());

        var answer = await client.PostAsync($"/unleash{ServiceClient.Tokens}", "{}");

        var location = answer.Header("location").ShouldNotBeNull();
        location.ShouldBe($"/unleash/api/admin/user/tokens/{answer.Read<IssuedToken>().Id}");
        (await client.GetAsync(location)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_answer_is_for_no_cache()
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, "{}")).Header("cache-control").ShouldBe("no-store");
        (await account.Client.PostAsync(ServiceClient.Tokens, "[]")).Header("cache-control").ShouldBe("no-store");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"expiresAt":"2099-04-19T08:15:14.000Z"}""")]
    [InlineData("""{"description":null,"expiresAt":null}""")]
    [InlineData(""" { "description" : "spaced" } """)]
    public async Task Every_property_is_optional(string body)
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, body)).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"description":null}""")]
    public async Task A_token_without_a_description_is_named_by_its_selector(string body)
    {
        var account = await Service.AccountAsync();

        var token = await account.Client.IssueAsync(body);

        token.Description.ShouldBe($"Unnamed token {token.Secret["user:v2_".Length..][..8]}");
    }

    [Fact]
    public async Task Ids_rise_and_are_never_used_again()
    {
        var account = await Service.AccountAsync();
        var first = await account.Client.IssueAsync();
        var second = await account.Client.IssueAsync();
        second.Id.ShouldBeGreaterThan(first.Id);

        await account.Client.DeleteAsync(second.Path);

        (await account.Client.IssueAsync()).Id.ShouldBeGreaterThan(second.Id);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("secret")]
    [InlineData("createdAt")]
    [InlineData("seenAt")]
    [InlineData("userId")]
    [InlineData("slot")]
    [InlineData("whatever")]
    public async Task Properties_that_are_not_the_callers_are_ignored_whatever_their_type(string property)
    {
        var account = await Service.AccountAsync();
        string[] values = ["1", "-1e400", "\"x\"", "\"2001-01-01T00:00:00.000Z\"", "null", "true", "[[1]]", """{"a":{"b":1}}"""];

        foreach (var value in values)
        {
            var token = await account.Client.IssueAsync($"{{{JsonSerializer.Serialize(property)}:{value}}}");

            token.UserId.ShouldBe(account.Id);
            token.SeenAt.ShouldBeNull();
            token.CreatedAt.ShouldNotStartWith("2001");
            token.Secret.ShouldStartWith("user:v2_");
            await account.Client.DeleteAsync(token.Path);
        }
    }

    [Fact]
    public async Task The_names_of_properties_have_one_case()
    {
        var account = await Service.AccountAsync();

        var token = await account.Client.IssueAsync("""{"Description":1,"ExpiresAt":[]}""");

        token.Description.ShouldStartWith("Unnamed token ");
    }
}
