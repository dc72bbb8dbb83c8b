using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.AdminTokens;

/// <summary>An admin token ends with the account that made it, unless an administrator takes it over.</summary>
public abstract class AdminTokenCreatorTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task It_is_listed_with_the_account_that_made_it_and_so_is_the_next_in_the_chain()
    {
        var (maker, name, id) = await Service.SignedInAsync(rootRole: 1);
        var (first, bearer) = await MakeAsync(maker);
        var (second, _) = await MakeAsync(bearer);

        foreach (var token in new[] { first, second })
        {
            foreach (var shown in new[] { token.Json, await ListedAsync(token.Id()) })
            {
                var creator = shown.GetProperty("createdBy");
                creator.GetProperty("id").GetInt64().ShouldBe(id);
                creator.GetProperty("username").GetString().ShouldBe(name);
                creator.TryGetProperty("email", out _).ShouldBeFalse();
            }
        }

        (await Service.EventsAsync("api-token-created"))[0].GetProperty("data").GetProperty("createdByUserId").GetInt64().ShouldBe(id);
    }

    [Fact]
    public async Task One_that_a_configured_token_made_has_no_maker_and_stays()
    {
        var (token, bearer) = await MakeAsync(Service.Administrator);

        token.Json.TryGetProperty("createdBy", out _).ShouldBeFalse();
        (await ListedAsync(token.Id())).TryGetProperty("createdBy", out _).ShouldBeFalse();
        (await MakeAsync(bearer)).Made.Json.TryGetProperty("createdBy", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Removal_of_the_maker_ends_the_whole_chain_with_an_event_each(bool isServiceAccount)
    {
        var (maker, id) = await MakerAsync(isServiceAccount);
        var (first, bearer) = await MakeAsync(maker);
        var (second, next) = await MakeAsync(bearer);

        (await Service.Administrator.DeleteAsync(
            $"{(isServiceAccount ? AccountCalls.ServiceAccounts : AccountCalls.Users)}/{id}")).Status.ShouldBe(200);

        foreach (var dead in new[] { bearer, next })
        {
            (await dead.GetAsync(AccountCalls.Users)).ShouldBeError(401, "UnauthorizedError");
        }

        var ended = (await Service.EventsAsync("api-token-deleted")).Select(entry => entry.GetProperty("preData"))
            .Where(data => data.TryGetProperty("createdByUserId", out var by) && by.GetInt64() == id)
            .Select(data => data.GetProperty("id").GetInt64());
        ended.ShouldBe([first.Id(), second.Id()], ignoreOrder: true);
    }

    [Fact]
    public async Task A_token_whose_creator_is_no_administrator_is_refused()
    {
        var (maker, _, id) = await Service.SignedInAsync(rootRole: 1);
        var (_, bearer) = await MakeAsync(maker);
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
        var path = $"{AccountCalls.Users}/{id}";

        (await Service.Administrator.PutAsync(path, new { rootRole = 3 })).Status.ShouldBe(200);
        (await bearer.GetAsync(AccountCalls.Users)).ShouldBeError(401, "UnauthorizedError");

        (await Service.Administrator.PutAsync(path, new { rootRole = 1 })).Status.ShouldBe(200);
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Taken_over_it_outlives_its_maker_and_ends_with_its_new_account()
    {
        var (maker, _, makerId) = await Service.SignedInAsync(rootRole: 1);
        var (heir, heirName, heirId) = await Service.SignedInAsync(rootRole: 1);
        var (made, bearer) = await MakeAsync(maker);
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);

        for (var time = 0; time < 2; time++)
        {
            var taken = await TakeOverAsync(heir, made.Id());
            taken.Status.ShouldBe(200, taken.Body);
            taken.Json.GetProperty("createdBy").GetProperty("username").GetString().ShouldBe(heirName);
            taken.Body.ShouldNotContain("\"secret\"");
        }

        var entry = (await Service.EventsAsync("api-token-taken-over")).Where(entry =>
            entry.GetProperty("data").GetProperty("id").GetInt64() == made.Id()).ShouldHaveSingleItem();
        entry.GetProperty("createdByUserId").GetInt64().ShouldBe(heirId);
        entry.GetProperty("preData").GetProperty("createdByUserId").GetInt64().ShouldBe(makerId);
        entry.GetProperty("data").GetProperty("createdByUserId").GetInt64().ShouldBe(heirId);
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{makerId}")).Status.ShouldBe(200);
        (await bearer.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{heirId}")).Status.ShouldBe(200);
        (await bearer.GetAsync(AccountCalls.Users)).ShouldBeError(401, "UnauthorizedError");
    }

    [Fact]
    public async Task Only_an_administrators_account_takes_over_and_no_token_one_that_outlives_it()
    {
        var (made, bearer) = await MakeAsync(Service.Administrator);
        var (viewer, _, _) = await Service.SignedInAsync();
        var (session, _, _) = await Service.SignedInAsync(rootRole: 1);
        var soon = DateTimeOffset.UtcNow.AddHours(1);
        var token = Service.Anonymous.WithAuthorization((await session.IssueAsync($$"""{"expiresAt":"{{soon:O}}"}""")).Secret);

        (await TakeOverAsync(Service.Anonymous, made.Id())).Status.ShouldBe(401);
        (await TakeOverAsync(viewer, made.Id())).ShouldBeError(403, "NoAccessError");
        (await TakeOverAsync(bearer, made.Id())).ShouldBeError(403, "NoAccessError");
        (await TakeOverAsync(Service.Administrator, made.Id())).ShouldBeError(403, "NoAccessError");
        (await TakeOverAsync(token, made.Id())).ShouldBeError(403, "OperationDeniedError");
        (await TakeOverAsync(session, 987_654_321)).ShouldBeError(404, "NotFoundError");
        (await session.PostAsync($"{AccountCalls.ApiTokens}/x/take-over", "{}")).ShouldBeError(400, "BadDataError");
        (await ListedAsync(made.Id())).TryGetProperty("createdBy", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Tokens_created_during_their_creators_deletion_are_deleted_and_each_has_an_event()
    {
        for (var round = 0; round < 3; round++)
        {
            var (maker, _, id) = await Service.SignedInAsync(rootRole: 1);
            var (_, bearer) = await MakeAsync(maker);
            var making = Enumerable.Range(0, 8).Select(number => Task.Run(() =>
                (number % 2 == 0 ? maker : bearer).PostAsync(AccountCalls.ApiTokens, Body()))).ToList();
            (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}")).Status.ShouldBe(200);

            var answers = await Task.WhenAll(making);

            answers.ShouldAllBe(answer => answer.Status == 201 || answer.Status == 401);
            foreach (var made in answers.Where(answer => answer.Status == 201))
            {
                (await Bearer(made).GetAsync(AccountCalls.Users)).ShouldBeError(401, "UnauthorizedError");
            }

            (await CountAsync("api-token-deleted", id)).ShouldBe(1 + answers.Count(answer => answer.Status == 201));
        }
    }

    [Fact]
    public async Task Another_node_refuses_it_before_long()
    {
        var node = await StartAsync(Service.Database, new ServiceOptions());
        var (maker, _, id) = await Service.SignedInAsync(rootRole: 1);
        var (made, _) = await MakeAsync(maker);
        var elsewhere = node.Anonymous.WithAuthorization(made.Json.GetProperty("secret").GetString()!);
        (await elsewhere.GetAsync(AccountCalls.Users)).Status.ShouldBe(200);

        await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}");

        var refused = await Eventually.GetAsync(
            () => elsewhere.GetAsync(AccountCalls.Users), answer => answer.Status != 200, TimeSpan.FromSeconds(25), Cancel);
        refused.ShouldBeError(401, "UnauthorizedError");
    }

    private static string Body() => $$"""{"tokenName":"{{AccountCalls.Name()}}","type":"admin"}""";

    private static Task<Answer> TakeOverAsync(ServiceClient client, long id) =>
        client.SendAsync(HttpMethod.Post, $"{AccountCalls.ApiTokens}/{id}/take-over");

    private async Task<(ServiceClient Client, long Id)> MakerAsync(bool isServiceAccount)
    {
        if (!isServiceAccount)
        {
            var (session, _, id) = await Service.SignedInAsync(rootRole: 1);
            return (session, id);
        }

        var account = await Service.ServiceAccountAsync(rootRole: 1);
        return (Bearer(await Service.Administrator.PostAsync($"{AccountCalls.ServiceAccounts}/{account}/token", "{}")), account);
    }

    private async Task<(Answer Made, ServiceClient Bearer)> MakeAsync(ServiceClient maker)
    {
        var made = await maker.PostAsync(AccountCalls.ApiTokens, Body());
        made.Status.ShouldBe(201, made.Body);
        return (made, Bearer(made));
    }

    private ServiceClient Bearer(Answer made) =>
        Service.Anonymous.WithAuthorization(made.Json.GetProperty("secret").GetString()!);

    private async Task<JsonElement> ListedAsync(long id) =>
        (await Service.Administrator.GetAsync(AccountCalls.ApiTokens)).Json.GetProperty("tokens").EnumerateArray()
        .Single(token => token.GetProperty("id") is { ValueKind: JsonValueKind.Number } number && number.GetInt64() == id);

    private async Task<int> CountAsync(string type, long userId) => (await Service.EventsAsync(type)).Count(entry =>
        entry.GetProperty("preData").TryGetProperty("createdByUserId", out var by) && by.GetInt64() == userId);
}
