using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Accounts;

/// <summary>People's accounts, as Unleash's admin UI manages them.</summary>
public abstract class UserAdminTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_new_user_has_every_property_of_Unleash_and_its_address_answers()
    {
        var name = AccountCalls.Name();

        var answer = await Service.Administrator.PostAsync(AccountCalls.Users, new
        {
            username = name,
            email = $"{name}@Example.COM",
            name = "Äda",
            password = AccountCalls.GoodPassword,
            rootRole = 3,
            sendEmail = true,
            unknown = new { },
        });

        answer.Status.ShouldBe(201, answer.Body);
        answer.Header("location").ShouldBe($"{AccountCalls.Users}/{answer.Id()}");
        answer.Json.EnumerateObject().Select(property => property.Name).ShouldBe(
            [
                "accountType", "id", "username", "name", "email", "imageUrl", "seenAt", "loginAttempts", "createdAt",
                "rootRole", "inviteLink", "emailSent",
            ],
            ignoreOrder: true);
        answer.Json.GetProperty("email").GetString().ShouldBe($"{name}@example.com");
        answer.Json.GetProperty("rootRole").GetInt32().ShouldBe(3);
        answer.Json.GetProperty("inviteLink").GetString().ShouldBe("");
        answer.Json.GetProperty("emailSent").GetBoolean().ShouldBeFalse();
        var shown = await Service.Administrator.GetAsync(answer.Header("location")!);
        shown.Status.ShouldBe(200, shown.Body);
        shown.Json.GetProperty("username").GetString().ShouldBe(name);
        (await Service.Anonymous.LoginAsync($"{name}@EXAMPLE.com", AccountCalls.GoodPassword)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"2\"", 2)]
    [InlineData("\"Viewer\"", 3)]
    public async Task A_role_is_named_by_id_or_by_name(string rootRole, int id)
    {
        var answer = await Service.Administrator.PostAsync(
            AccountCalls.Users, $$"""{"email":"{{AccountCalls.Name()}}@example.com","rootRole":{{rootRole}}}""");

        answer.Status.ShouldBe(201, answer.Body);
        answer.Json.GetProperty("rootRole").GetInt32().ShouldBe(id);
    }

    [Fact]
    public async Task The_event_of_a_new_user_names_the_administrator_and_holds_no_password()
    {
        var (_, name, id) = await Service.SignedInAsync(rootRole: 1);
        var admin = await Service.Anonymous.SignInAsync(name, AccountCalls.GoodPassword);
        var made = await admin.PostAsync(
            AccountCalls.Users, new { username = AccountCalls.Name(), password = AccountCalls.GoodPassword, rootRole = 2 });

        var entry = (await Service.EventsAsync("user-created"))[0];

        entry.GetProperty("createdBy").GetString().ShouldBe(name);
        entry.GetProperty("createdByUserId").GetInt64().ShouldBe(id);
        entry.GetProperty("data").GetProperty("id").GetInt64().ShouldBe(made.Id());
        entry.GetRawText().ShouldNotContain(AccountCalls.GoodPassword);
        entry.GetRawText().ShouldNotContain("hash", Case.Insensitive);
    }

    [Theory]
    [InlineData("""{"rootRole":1}""", "You must specify username or email")]
    [InlineData("""{"username":"","email":"","rootRole":1}""", "You must specify username or email")]
    [InlineData("""{"email":"nonsense","rootRole":1}""", "The email must be an e-mail address.")]
    [InlineData("""{"email":"a b@example.com","rootRole":1}""", "The email must be an e-mail address.")]
    [InlineData("""{"username":"x1","rootRole":99}""", "Could not find rootRole=99")]
    [InlineData("""{"username":"x2","rootRole":"Owner"}""", "Could not find rootRole=Owner")]
    [InlineData("""{"username":" admin","rootRole":1}""", "The username cannot begin or end with white space, or hold characters that nobody sees.")]
    [InlineData("""{"username":"adm\u200bin","rootRole":1}""", "The username cannot begin or end with white space, or hold characters that nobody sees.")]
    [InlineData("""{"username":"x3","rootRole":1,"password":"short"}""", "The password must be at least 10 characters long.")]
    [InlineData("""{"username":"x4","rootRole":1,"password":""}""", "The password must be at least 10 characters long.")]
    [InlineData("""{"username":"x5","rootRole":1,"password":"Password123"}""", "The password must not be one of the most common passwords.")]
    [InlineData("""{"username":"averylongname","rootRole":1,"password":"AveryLongName"}""", "The password must not be the username or the e-mail address.")]
    [InlineData("""{"email":"mail@example.com","rootRole":1,"password":"MAIL@example.com"}""", "The password must not be the username or the e-mail address.")]
    public async Task A_broken_rule_is_told(string body, string rule) =>
        (await Service.Administrator.PostAsync(AccountCalls.Users, body)).ShouldBreakRule(rule);

    [Fact]
    public async Task All_broken_rules_are_told_at_once()
    {
        var answer = await Service.Administrator.PostAsync(
            AccountCalls.Users, """{"email":"nonsense","password":"short","rootRole":9}""");

        answer.ShouldBeError(400, "BadDataError").Details.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_wrong_type_is_told_and_the_password_is_not_repeated()
    {
        var answer = await Service.Administrator.PostAsync(
            AccountCalls.Users, """{"username":1,"password":["hunter2hunter2"],"email":"x@example.com"}""");

        answer.ShouldBeError(400, "BadDataError").Details.Select(detail => detail.Path)
            .ShouldBe(["/body/username", "/body/password", "/body"], ignoreOrder: true);
        answer.Body.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_taken_name_is_taken_in_any_case_and_in_either_place()
    {
        var name = AccountCalls.Name();
        var email = $"{name}@example.com";
        (await Service.Administrator.PostAsync(AccountCalls.Users, new { username = name, email, rootRole = 3 })).Status.ShouldBe(201);
        object[] rivals =
        [
            new { username = name, rootRole = 3 },
            new { username = name.ToUpperInvariant(), rootRole = 3 },
            new { email, rootRole = 3 },
            new { email = email.ToUpperInvariant(), rootRole = 3 },
            new { username = email, rootRole = 3 },
        ];

        foreach (var rival in rivals)
        {
            (await Service.Administrator.PostAsync(AccountCalls.Users, rival)).ShouldBeError(409, "NameExistsError", "User already exists");
        }
    }

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
        (await Service.Anonymous.LoginAsync($"{name}@x.example", AccountCalls.GoodPassword)).Status.ShouldBe(200);
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
        (await Service.Anonymous.LoginAsync(other, AccountCalls.GoodPassword)).Status.ShouldBe(200);
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
