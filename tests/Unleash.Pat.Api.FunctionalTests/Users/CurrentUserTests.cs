using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>docs/api.md, sections 3 and 5: the current account and its role.</summary>
public abstract class CurrentUserTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task The_user_has_every_property_that_it_has_a_value_for()
    {
        var account = await Service.AccountAsync(new() { Username = "whole", Name = "Whole One", Email = "whole@example.com" });

        var answer = await account.Client.GetAsync(ServiceClient.Me);

        answer.Header("cache-control").ShouldBe("no-store");
        answer.Json.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["user", "permissions", "feedback", "splash"], ignoreOrder: true);
        answer.Json.GetProperty("feedback").GetRawText().ShouldBe("[]");
        answer.Json.GetProperty("splash").GetRawText().ShouldBe("{}");
        var user = answer.Json.GetProperty("user");
        user.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["accountType", "id", "username", "name", "email", "imageUrl", "seenAt", "loginAttempts", "createdAt"], ignoreOrder: true);
        user.GetProperty("accountType").GetString().ShouldBe("User");
        user.GetProperty("id").GetInt64().ShouldBe(account.Id);
        user.GetProperty("username").GetString().ShouldBe("whole");
        user.GetProperty("name").GetString().ShouldBe("Whole One");
        user.GetProperty("email").GetString().ShouldBe("whole@example.com");
        user.GetProperty("loginAttempts").GetInt32().ShouldBe(0);
        user.GetProperty("seenAt").GetString().ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        user.GetProperty("createdAt").GetString().ShouldNotBeNull().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
    }

    [Fact]
    public async Task Absent_values_are_left_out()
    {
        var account = await Service.AccountAsync();

        var user = (await account.Client.GetAsync(ServiceClient.Me)).Json.GetProperty("user");

        user.TryGetProperty("username", out _).ShouldBeFalse();
        user.TryGetProperty("name", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, "Admin", new[] { "ADMIN" })]
    [InlineData(2, "Editor", new[] { "CREATE_PAT", "READ_PAT", "DELETE_PAT" })]
    [InlineData(3, "Viewer", new[] { "CREATE_PAT", "READ_PAT", "DELETE_PAT" })]
    public async Task Every_role_has_its_name_and_its_permissions(int id, string name, string[] permissions)
    {
        var account = await Service.AccountAsync(new() { Role = RootRole.FromId(id) });

        var me = await account.Client.GetAsync(ServiceClient.Me);
        var profile = await account.Client.GetAsync(ServiceClient.Me + "/profile");

        me.Json.GetProperty("permissions").EnumerateArray()
            .Select(permission => permission.GetProperty("permission").GetString()).ShouldBe(permissions, ignoreOrder: true);
        profile.Status.ShouldBe(200);
        profile.Json.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["rootRole", "projects", "groups", "canChangePassword", "features", "subscriptions"], ignoreOrder: true);
        var role = profile.Json.GetProperty("rootRole");
        role.EnumerateObject().Select(property => property.Name).ShouldBe(["id", "name", "description", "type"], ignoreOrder: true);
        role.GetProperty("id").GetInt32().ShouldBe(id);
        role.GetProperty("name").GetString().ShouldBe(name);
        role.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace();
        role.GetProperty("type").GetString().ShouldBe("root");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_account_manages_its_own_tokens_and_only_administrators_more(int role)
    {
        var account = await Service.AccountAsync(new() { Role = RootRole.FromId(role) });

        var token = await account.Client.IssueAsync();
        (await account.Client.GetAsync(token.Path)).Status.ShouldBe(200);
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);
        foreach (var client in new[] { account.Client, bearer })
        {
            var events = await client.GetAsync(ServiceClient.Events);
            if (role == 1)
            {
                events.Status.ShouldBe(200);
            }
            else
            {
                events.ShouldBeError(403, "NoAccessError", "You need the \"ADMIN\" permission to perform this action.");
            }
        }

        (await account.Client.DeleteAsync(token.Path)).Status.ShouldBe(200);
    }
}
