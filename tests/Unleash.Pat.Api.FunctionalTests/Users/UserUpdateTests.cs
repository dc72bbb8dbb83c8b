using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>Changing people's accounts.</summary>
public abstract class UserUpdateTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task An_update_changes_what_it_names_and_records_before_and_after()
    {
        var (name, id) = await Service.PersonAsync();

        var answer = await Service.Administrator.PutAsync(
            $"{AccountCalls.Users}/{id}", new { name = "Eve", email = $"{name}@X.example", rootRole = "Editor", username = "ignored" });

        answer.Status.ShouldBe(200, answer.Body);
        answer.Json.GetProperty("username").GetString().ShouldBe(name);
        answer.Json.GetProperty("email").GetString().ShouldBe($"{name}@x.example");
        answer.Json.GetProperty("rootRole").GetInt32().ShouldBe(2);
        var entry = (await Service.EventsAsync("user-updated"))[0];
        entry.GetProperty("preData").GetProperty("rootRole").GetInt32().ShouldBe(3);
        entry.GetProperty("data").GetProperty("rootRole").GetInt32().ShouldBe(2);
        entry.GetProperty("data").GetProperty("name").GetString().ShouldBe("Eve");
        (await Service.Anonymous.TrySignInAsync($"{name}@x.example", AccountCalls.GoodPassword)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_leaves_no_event()
    {
        var (_, id) = await Service.PersonAsync();
        var before = (await Service.EventsAsync("user-updated")).Count;

        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { rootRole = 3, name = "", email = (string?)null }))
            .Status.ShouldBe(200);

        (await Service.EventsAsync("user-updated")).Count.ShouldBe(before);
    }

    [Fact]
    public async Task An_address_that_an_update_gave_up_is_free_and_one_that_is_taken_stays_taken()
    {
        var (name, id) = await Service.PersonAsync();
        var (other, otherId) = await Service.PersonAsync();
        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { email = $"{name}@old.example" })).Status.ShouldBe(200);
        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{id}", new { email = $"{name}@new.example" })).Status.ShouldBe(200);

        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{otherId}", new { email = $"{name}@NEW.example" }))
            .ShouldBeError(409, "NameExistsError", "User already exists");
        (await Service.Administrator.PutAsync($"{AccountCalls.Users}/{otherId}", new { email = $"{name}@old.example" })).Status.ShouldBe(200);
        (await Service.Anonymous.TrySignInAsync(other, AccountCalls.GoodPassword)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_unknown_user_is_404_on_every_route()
    {
        var serviceAccount = await Service.ServiceAccountAsync();
        foreach (var id in new[] { 0, 987654321, serviceAccount, -1 })
        {
            var path = $"{AccountCalls.Users}/{id}";
            (await Service.Administrator.GetAsync(path)).ShouldBeError(404, "NotFoundError", "No user found");
            (await Service.Administrator.PutAsync(path, new { name = "x" })).ShouldBeError(404, "NotFoundError", "No user found");
            (await Service.Administrator.DeleteAsync(path)).ShouldBeError(404, "NotFoundError", "No user found");
            (await Service.Administrator.PostAsync($"{path}/change-password", new { password = AccountCalls.GoodPassword }))
                .ShouldBeError(404, "NotFoundError", "No user found");
            (await Service.Administrator.GetAsync($"{path}/sessions")).ShouldBeError(404, "NotFoundError", "No user found");
        }

        (await Service.Administrator.GetAsync($"{AccountCalls.Users}/abc")).ShouldBreakSchema(
            ("/params/id", "The `/params/id` property must be integer. You sent \"abc\"."));
    }
}
