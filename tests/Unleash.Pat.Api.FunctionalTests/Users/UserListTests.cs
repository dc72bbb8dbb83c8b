using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

/// <summary>Finding people's accounts.</summary>
public abstract class UserListTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task The_list_is_paged_by_id_and_holds_people_alone()
    {
        var serviceAccount = await Service.ServiceAccountAsync();
        var (_, first) = await Service.PersonAsync();
        var (_, second) = await Service.PersonAsync();

        var all = (await Service.Administrator.GetAsync(AccountCalls.Users)).Json;
        var total = all.GetProperty("total").GetInt32();
        var page = (await Service.Administrator.GetAsync($"{AccountCalls.Users}?limit=1&offset={total - 1}")).Json;

        Ids(all).ShouldContain(first);
        Ids(all).ShouldNotContain(serviceAccount);
        Ids(all).ShouldBe(Ids(all).Order());
        Ids(all).Count.ShouldBe(total);
        Ids(page).ShouldBe([Ids(all).Max()]);
        Ids(page)[0].ShouldBeGreaterThanOrEqualTo(second);
        all.GetProperty("rootRoles").EnumerateArray().Select(role => role.GetProperty("name").GetString())
            .ShouldBe(["Admin", "Editor", "Viewer"]);
        all.GetProperty("users")[0].GetProperty("inviteLink").GetString().ShouldBe("");
        (await Service.Administrator.GetAsync($"{AccountCalls.Users}?limit=0")).ShouldBeError(400, "BadDataError");
        (await Service.Administrator.GetAsync($"{AccountCalls.Users}?offset=-1")).ShouldBeError(400, "BadDataError");
    }

    [Fact]
    public async Task A_search_finds_parts_of_names_in_any_case_and_takes_wildcards_as_they_are()
    {
        var name = AccountCalls.Name();
        var made = await Service.Administrator.PostAsync(
            AccountCalls.Users, new { username = name, name = "Hundred%_[Percent]", rootRole = 3 });

        async Task<List<long>> Search(string text) =>
            [.. (await Service.Administrator.GetAsync($"{AccountCalls.Users}/search?q={Uri.EscapeDataString(text)}"))
                .Json.EnumerateArray().Select(user => user.GetProperty("id").GetInt64())];

        (await Search(name[3..20].ToUpperInvariant())).ShouldBe([made.Id()]);
        (await Search("d%_[p")).ShouldBe([made.Id()]);
        (await Search("d%p")).ShouldBeEmpty();
        (await Search("u")).ShouldBeEmpty();
        (await Search("' OR 1=1 --")).ShouldBeEmpty();
    }

    private static List<long> Ids(JsonElement page) =>
        [.. page.GetProperty("users").EnumerateArray().Select(user => user.GetProperty("id").GetInt64())];
}
