using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Users;

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
        (await Service.Anonymous.TrySignInAsync($"{name}@EXAMPLE.com", AccountCalls.GoodPassword)).Status.ShouldBe(200);
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
    [InlineData("""{"username":" admin","rootRole":1}""", "The username cannot begin or end with white space, or contain invisible characters.")]
    [InlineData("""{"username":"adm\u200bin","rootRole":1}""", "The username cannot begin or end with white space, or contain invisible characters.")]
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
            .ShouldBe(["/body/username", "/body/password", "/body/rootRole"], ignoreOrder: true);
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
}
