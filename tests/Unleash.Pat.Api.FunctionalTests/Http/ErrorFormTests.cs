using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Http;

/// <summary>docs/api.md, section 4: the framework's errors.</summary>
public abstract class ErrorFormTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Theory]
    [InlineData("/x", "/x")]
    [InlineData("/css/x.css", "/css/x.css")]
    [InlineData("/api/admin/user/tokens/1/more?query=1", "/api/admin/user/tokens/1/more")]
    [InlineData("/api//admin", "/api//admin")]
    public async Task An_unknown_route_is_not_found_for_anybody(string path, string shown)
    {
        var account = await Service.AccountAsync();
        foreach (var client in new[] { Service.Anonymous, account.Client, Service.Administrator, Service.Anonymous.WithAuthorization("nonsense") })
        {
            (await client.GetAsync(path)).ShouldBeError(
                404, "NotFoundError", $"The path you were looking for ({shown}) is not available.");
        }
    }

    [Fact]
    public async Task Any_method_of_an_unknown_route_is_not_found()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Options })
        {
            (await Service.Anonymous.SendAsync(method, "/x", ServiceClient.Json("{"))).ShouldBeError(404, "NotFoundError");
        }
    }

    [Theory]
    [InlineData("PUT", ServiceClient.Tokens, "DELETE, GET, HEAD, POST")]
    [InlineData("PATCH", ServiceClient.Tokens + "/1", "DELETE, GET, HEAD, PUT")]
    [InlineData("POST", ServiceClient.Me, "GET, HEAD")]
    [InlineData("DELETE", ServiceClient.Events, "GET, HEAD")]
    [InlineData("GET", ServiceClient.Login, "POST")]
    [InlineData("GET", "/logout", "POST")]
    [InlineData("BREW", ServiceClient.Tokens, "DELETE, GET, HEAD, POST")]
    public async Task A_wrong_method_is_answered_with_the_right_ones(string method, string path, string allowed)
    {
        var account = await Service.AccountAsync();

        var answer = await account.Client.SendAsync(HttpMethod.Parse(method), path);

        answer.ShouldBeError(405, "MethodNotAllowedError");
        answer.Header("allow").ShouldNotBeNull().Split(", ").ShouldBe(allowed.Split(", "), ignoreOrder: true);
    }

    [Theory]
    [InlineData("/x", 404)]
    [InlineData(ServiceClient.Login, 405)]
    public async Task A_head_is_answered_without_a_body(string path, int status)
    {
        var answer = await Service.Anonymous.SendAsync(HttpMethod.Head, path);

        answer.Status.ShouldBe(status);
        answer.Body.ShouldBeEmpty();
        answer.Header("content-type").ShouldNotBeNull().ShouldStartWith("application/json");
    }

    [Fact]
    public async Task Every_error_has_an_id_of_its_own_that_the_log_has_too()
    {
        var account = await Service.AccountAsync();
        Answer[] answers =
        [
            await Service.Anonymous.GetAsync(ServiceClient.Tokens),
            await Service.Anonymous.GetAsync("/x"),
            await account.Client.GetAsync(ServiceClient.Events),
            await account.Client.PostAsync(ServiceClient.Tokens, "[]"),
            await account.Client.GetAsync(ServiceClient.Tokens + "/0"),
            await account.Client.SendAsync(HttpMethod.Put, ServiceClient.Tokens),
        ];

        var ids = answers.Select(answer => answer.Read<ErrorBody>().Id).ToList();

        ids.ShouldBeUnique();
        foreach (var id in ids)
        {
            Service.Logs.Lines.Where(line => line.Contains($"{id}", StringComparison.Ordinal)).ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task An_endless_path_is_an_error_like_any_other() =>
        (await Service.Anonymous.GetAsync("/" + new string('x', 4000))).ShouldBeError(404, "NotFoundError");
}
