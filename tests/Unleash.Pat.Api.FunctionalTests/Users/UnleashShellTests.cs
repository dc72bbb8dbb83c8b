using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Shell;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>docs/api.md, section 14: what Unleash's own admin UI asks on its pages.</summary>
public abstract class UnleashShellTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task What_there_is_not_is_answered_empty()
    {
        foreach (var empty in EmptyAnswers.All)
        {
            var answer = await Service.Administrator.GetAsync($"/{empty.Path}");

            answer.Status.ShouldBe(200, empty.Path);
            answer.Header("content-type").ShouldBe("application/json; charset=utf-8");
            JsonSerializer.Serialize(answer.Json).ShouldBe(JsonSerializer.Serialize(empty.Body, Answer.Web));
        }
    }

    [Fact]
    public async Task The_statistics_count_what_there_is()
    {
        var service = await StartAsync();
        await service.SignedInAsync();
        await service.InvitedAsync(rootRole: 1);
        await service.ServiceAccountAsync(rootRole: 1);

        var statistics = (await service.Administrator.GetAsync("/api/admin/instance-admin/statistics")).Json;
        var administrators = (await service.Administrator.GetAsync($"{AccountCalls.Users}/admin-count")).Json;

        Guid.TryParse(statistics.GetProperty("instanceId").GetString(), out _).ShouldBeTrue();
        (statistics.GetProperty("users").GetInt64(), statistics.GetProperty("serviceAccounts").GetInt64()).ShouldBe((3, 1));
        statistics.GetProperty("apiTokens").GetProperty("admin").GetInt64().ShouldBe(1);
        statistics.GetProperty("activeUsers").GetRawText().ShouldBe("""{"last7":1,"last30":1,"last60":1,"last90":1}""");
        administrators.GetRawText().ShouldBe("""{"password":1,"noPassword":1,"service":1}""");
    }

    [Fact]
    public async Task The_dashboard_names_the_administrators_who_can_help()
    {
        var service = await StartAsync();
        var (name, _, _) = await service.InvitedAsync(rootRole: 1);
        var off = await service.InvitedAsync(rootRole: 1);
        await service.Administrator.PutAsync($"{AccountCalls.Users}/{off.Id}", new { enabled = false });
        var viewer = await service.SignedInAsync();

        var dashboard = await viewer.Client.GetAsync("/api/admin/personal-dashboard");

        dashboard.Json.GetProperty("admins").EnumerateArray().Select(admin => admin.GetProperty("username").GetString())
            .ShouldBe([TestService.AdminName, name]);
    }

    [Fact]
    public async Task A_users_permissions_are_those_of_the_role()
    {
        var (_, id, _) = await Service.InvitedAsync();

        var overview = (await Service.Administrator.GetAsync($"{AccountCalls.Users}/{id}/permissions?project=default&environment=")).Json;

        overview.GetProperty("overview").GetProperty("root").EnumerateArray()
            .Where(permission => permission.GetProperty("hasPermission").GetBoolean())
            .Select(permission => permission.GetProperty("name").GetString())
            .ShouldBe(["CREATE_PAT", "READ_PAT", "DELETE_PAT"]);
        overview.GetProperty("rootRole").GetProperty("name").GetString().ShouldBe("Viewer");
        (await Service.Administrator.GetAsync($"{AccountCalls.Users}/999999/permissions")).ShouldBeError(404, "NotFoundError");
    }

    [Fact]
    public async Task Sign_ins_come_from_the_event_log_newest_first()
    {
        var service = await StartAsync();
        var (_, name, _) = await service.SignedInAsync();
        await service.Anonymous.TrySignInAsync(name, "a wrong password");
        await service.Anonymous.TrySignInAsync("nobody", "a wrong password");

        var events = (await service.Administrator.GetAsync("/api/admin/logins")).Json.GetProperty("events").EnumerateArray().ToList();

        events.Select(entry => (entry.GetProperty("username").GetString(), entry.GetProperty("successful").GetBoolean()))
            .ShouldBe([("unleash-system", false), (name, false), (name, true)]);
        events[0].GetProperty("ip").GetString().ShouldBe("127.0.0.1");
        (await service.Administrator.GetAsync($"{AccountCalls.Users}/access")).Json.GetProperty("users").GetArrayLength().ShouldBe(2);
    }
}
