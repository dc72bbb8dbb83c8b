using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Sessions;

/// <summary>Sessions, as their owner and administrators see and end them.</summary>
public abstract class UserSessionTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task Each_session_shows_when_from_where_by_what_and_whether_it_asks()
    {
        var (name, id) = await Service.PersonAsync();
        var login = await Service.Anonymous.SendAsync(
            HttpMethod.Post,
            ServiceClient.Login,
            ServiceClient.Json(JsonSerializer.Serialize(new { username = name, password = AccountCalls.GoodPassword })),
            ("user-agent", "Testbrowser/1.0"));
        var client = Service.Anonymous.WithCookie(login.SessionCookie());
        await Service.Anonymous.SignInAsync(name, AccountCalls.GoodPassword);

        var own = Sessions(await client.GetAsync(AccountCalls.OwnSessions));

        own.Count.ShouldBe(2);
        own[0].EnumerateObject().Select(property => property.Name).ShouldBe(
            ["id", "createdAt", "lastUsedAt", "expiresAt", "address", "userAgent", "current"]);
        own[0].GetProperty("userAgent").GetString().ShouldBe("Testbrowser/1.0");
        own[0].GetProperty("address").GetString().ShouldBe("127.0.0.1");
        own.Select(session => session.GetProperty("current").GetBoolean()).ShouldBe([true, false]);
        var seen = Sessions(await Service.Administrator.GetAsync($"{AccountCalls.Users}/{id}/sessions"));
        seen.Select(Id).ShouldBe(own.Select(Id));
        seen.ShouldAllBe(session => !session.GetProperty("current").GetBoolean());
    }

    [Fact]
    public async Task One_ends_and_the_others_stay()
    {
        var (client, name, id) = await Service.SignedInAsync();
        var other = await Service.Anonymous.SignInAsync(name, AccountCalls.GoodPassword);
        var third = await Service.Anonymous.SignInAsync(name, AccountCalls.GoodPassword);
        var ids = Sessions(await client.GetAsync(AccountCalls.OwnSessions)).Select(Id).ToList();

        (await client.DeleteAsync($"{AccountCalls.OwnSessions}/{ids[1]}")).Status.ShouldBe(200);
        (await other.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}/sessions/{ids[2]}")).Status.ShouldBe(200);
        (await third.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);

        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await client.DeleteAsync($"{AccountCalls.OwnSessions}/{ids[1]}")).ShouldBeError(404, "NotFoundError");
        var entry = (await Service.EventsAsync("user-sessions-ended"))[1];
        entry.GetProperty("data").GetProperty("userId").GetInt64().ShouldBe(id);
        entry.GetProperty("data").GetProperty("sessionId").GetInt64().ShouldBe(ids[1]);
    }

    [Fact]
    public async Task All_end_the_asking_one_included_and_its_cookie_is_cleared()
    {
        var (client, name, _) = await Service.SignedInAsync();
        var other = await Service.Anonymous.SignInAsync(name, AccountCalls.GoodPassword);

        var answer = await client.DeleteAsync(AccountCalls.OwnSessions);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("set-cookie").ShouldNotBeNull().ShouldStartWith("unleash-session=;");
        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await other.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task An_administrator_ends_all_of_a_user_and_none_of_another()
    {
        var (client, _, id) = await Service.SignedInAsync();
        var (bystander, _, _) = await Service.SignedInAsync();

        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}/sessions")).Status.ShouldBe(200);
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}/sessions")).Status.ShouldBe(200);

        (await client.GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await bystander.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Anothers_session_is_not_found_and_stays()
    {
        var (client, _, id) = await Service.SignedInAsync();
        var (victim, _, victimId) = await Service.SignedInAsync();
        var theirs = Sessions(await victim.GetAsync(AccountCalls.OwnSessions)).Select(Id).Single();

        (await client.DeleteAsync($"{AccountCalls.OwnSessions}/{theirs}")).ShouldBeError(404, "NotFoundError");
        (await client.DeleteAsync($"{AccountCalls.Users}/{victimId}/sessions/{theirs}")).ShouldBeError(403, "NoAccessError");
        (await Service.Administrator.DeleteAsync($"{AccountCalls.Users}/{id}/sessions/{theirs}")).ShouldBeError(404, "NotFoundError");

        (await victim.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    private static List<JsonElement> Sessions(Answer answer)
    {
        answer.Status.ShouldBe(200, answer.Body);
        return [.. answer.Json.GetProperty("sessions").EnumerateArray()];
    }

    private static long Id(JsonElement session) => session.GetProperty("id").GetInt64();
}
