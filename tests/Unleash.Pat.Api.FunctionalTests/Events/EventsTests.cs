using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Events;

/// <summary>The event log, in Unleash's shape.</summary>
public abstract class EventsTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task An_event_has_every_property_of_its_schema()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"laptop \"ä\"","expiresAt":"2099-01-01T00:00:00Z"}""");

        var answer = await Service.Administrator.GetAsync($"{ServiceClient.Events}?type=pat-created&userId={account.Id}");

        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("cache-control").ShouldBe("no-store");
        answer.Json.EnumerateObject().Select(property => property.Name).ShouldBe(["version", "events", "totalEvents", "tailCursor"]);
        answer.Json.GetProperty("version").GetInt32().ShouldBe(1);
        answer.Json.GetProperty("totalEvents").GetInt32().ShouldBe(1);
        var entry = answer.Json.GetProperty("events").EnumerateArray().ShouldHaveSingleItem();
        entry.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "type", "createdBy", "createdByUserId", "createdAt", "data", "preData", "ip", "tokenId", "tags"], ignoreOrder: true);
        entry.GetProperty("id").GetInt64().ShouldBeGreaterThan(0);
        entry.GetProperty("createdBy").GetString().ShouldBe(account.Email);
        entry.GetProperty("createdByUserId").GetInt64().ShouldBe(account.Id);
        entry.GetProperty("createdAt").GetString().ShouldBe(token.CreatedAt);
        entry.GetProperty("tags").GetArrayLength().ShouldBe(0);
        ShouldTellOf(entry.GetProperty("data"), token);
    }

    [Fact]
    public async Task A_deletion_tells_of_the_deleted_token()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        await account.Client.DeleteAsync(token.Path);

        var events = await EventsAsync($"?userId={account.Id}");

        events.Select(Type).ShouldBe(["pat-deleted", "pat-created", "user-signed-in"]);
        ShouldTellOf(events[0].GetProperty("data"), token);
    }

    [Fact]
    public async Task What_is_refused_or_changes_nothing_leaves_no_event()
    {
        var account = await Service.AccountAsync();
        var other = await Service.AccountAsync();
        var theirs = await other.Client.IssueAsync();
        for (var number = 0; number < 10; number++)
        {
            await account.Client.IssueAsync($"{{\"description\":\"{number}\"}}");
        }

        var before = await EventsAsync("?limit=1000");
        string[] bodies = ["{}", "[]", """{"description":"1"}""", """{"description":" "}""", """{"expiresAt":"2001-01-01T00:00:00Z"}"""];
        foreach (var body in bodies)
        {
            (await account.Client.PostAsync(ServiceClient.Tokens, body)).Status.ShouldBeInRange(400, 409);
        }

        await account.Client.DeleteAsync(theirs.Path);
        await account.Client.DeleteAsync(ServiceClient.Tokens + "/0");
        await Service.Administrator.DeleteAsync(theirs.Path);
        await Service.Anonymous.SendAsync(HttpMethod.Post, "/logout");
        var after = await EventsAsync($"?userId={account.Id}&limit=1000");

        after.Count.ShouldBe(before.Count(entry => UserId(entry) == account.Id));
        (await EventsAsync($"?userId={other.Id}")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Signing_in_failing_to_and_signing_out_are_recorded()
    {
        var account = await new AccountOptions { Username = "recorded", Password = "a long password" }.CreateAsync(Service.Services);
        await Service.Anonymous.TrySignInAsync("recorded", "wrong");
        var client = await Service.Anonymous.SignInAsync("recorded", "a long password");
        await client.SendAsync(HttpMethod.Post, "/logout");

        var events = await EventsAsync($"?userId={account.Id}");

        events.Select(Type).ShouldBe(["user-signed-out", "user-signed-in", "user-sign-in-failed"]);
    }

    [Fact]
    public async Task A_failure_of_an_unknown_user_is_recorded_without_a_user()
    {
        await Service.Anonymous.TrySignInAsync("my-password-typed-into-the-wrong-field", "wrong");

        var failure = (await EventsAsync("?type=user-sign-in-failed")).First(entry => UserId(entry) is null);

        failure.GetRawText().ShouldNotContain("my-password");
    }

    private static void ShouldTellOf(JsonElement data, IssuedToken token)
    {
        data.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "description", "expiresAt", "secure", "selector", "address"], ignoreOrder: true);
        data.GetProperty("id").GetInt64().ShouldBe(token.Id);
        data.GetProperty("description").GetString().ShouldBe(token.Description);
        data.GetProperty("expiresAt").GetString().ShouldBe(token.ExpiresAt);
        data.GetProperty("secure").GetBoolean().ShouldBeTrue();
        data.GetProperty("selector").GetString().ShouldBe(token.Secret[8..30]);
    }

    private static string? Type(JsonElement entry) => entry.GetProperty("type").GetString();

    private static long? UserId(JsonElement entry) => entry.GetProperty("createdByUserId").Deserialize<long?>();

    private async Task<IReadOnlyList<JsonElement>> EventsAsync(string query) =>
        [.. (await Service.Administrator.GetAsync(ServiceClient.Events + query)).Json.GetProperty("events").EnumerateArray()];
}
