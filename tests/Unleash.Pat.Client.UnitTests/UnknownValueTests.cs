using Unleash.Pat.Client.UnitTests.Support;

namespace Unleash.Pat.Client.UnitTests;

/// <summary>What a newer service says and this client does not know breaks nothing.</summary>
public sealed class UnknownValueTests
{
    private const string Token = "\"id\":1,\"description\":\"x\",\"expiresAt\":\"2027-01-01T00:00:00.000Z\",\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"seenAt\":null,\"userId\":2";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("\"expired\"", "expired")]
    [InlineData("7", "7")]
    [InlineData("{\"a\":[1]}", "{\"a\":[1]}")]
    public async Task An_unknown_warning_is_kept_and_the_list_read(string json, string value)
    {
        var list = await Clients.Answered($$"""{"pats":[{{{Token}},"expiryWarning":{{json}}},{{{Token}}}]}""").Tokens.ListAsync(Cancel);

        list[0].ExpiryWarning!.Value.Value.ShouldBe(value);
        (list[0].ExpiryWarning == ExpiryWarning.Expired).ShouldBe(value == "expired");
        list[1].ExpiryWarning.ShouldBeNull();
    }

    [Theory]
    [InlineData("3", RootRole.Viewer)]
    [InlineData("\"Editor\"", RootRole.Editor)]
    [InlineData("99", (RootRole)99)]
    [InlineData("\"Auditor\"", RootRole.Unknown)]
    [InlineData("99999999999", RootRole.Unknown)]
    [InlineData("{\"id\":1}", RootRole.Unknown)]
    public async Task An_unknown_role_or_account_type_breaks_no_list(string json, RootRole role)
    {
        var users = $$"""{"users":[{"id":1,"accountType":"Robot","imageUrl":"","loginAttempts":0,"createdAt":"2026-01-01T00:00:00Z","seenAt":null,"rootRole":{{json}}}],"rootRoles":[],"total":1}""";

        var user = (await Clients.Answered(users).Users.GetPageAsync(0, 1, Cancel)).Items.ShouldHaveSingleItem();

        user.RootRole.ShouldBe(role);
        user.AccountType.ShouldBe(new AccountType("Robot"));
        user.AccountType.ShouldNotBe(AccountType.User);
    }

    [Fact]
    public async Task Unknown_properties_and_kinds_of_events_are_passed_over()
    {
        const string Events = """{"version":9,"new":{},"events":[{"id":1,"type":"made-up","createdBy":"x","createdByUserId":null,"createdAt":"2026-01-01T00:00:00Z","data":[1],"preData":null,"tags":[],"more":1}],"totalEvents":1}""";

        var happened = (await Clients.Answered(Events).Events.GetPageAsync(0, 1, cancellationToken: Cancel)).Items.ShouldHaveSingleItem();

        happened.Type.ShouldBe("made-up");
        happened.Data!.Value.GetRawText().ShouldBe("[1]");
        happened.PreData.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_optional_may_be_missing()
    {
        const string Me = """{"user":{"id":1,"accountType":"User","imageUrl":"","loginAttempts":0,"createdAt":"2026-01-01T00:00:00Z"},"permissions":[]}""";

        var user = (await Clients.Answered(Me).Account.GetAsync(Cancel)).User;

        (user.Username, user.Name, user.Email, user.SeenAt).ShouldBe((null, null, null, null));
    }

    [Theory]
    [InlineData("""{"pats":null}""", "pats")]
    [InlineData("""{"pats":[null]}""", "pats")]
    [InlineData("{}", "pats")]
    [InlineData("""{"pats":[{"id":null}]}""", "id")]
    [InlineData("""{"pats":[{"id":1,"description":null}]}""", "description")]
    public async Task What_must_be_there_is_named_where_it_is_null_or_missing(string json, string property)
    {
        var fault = await Should.ThrowAsync<UnleashPatException>(Clients.Answered(json).Tokens.ListAsync(Cancel));

        fault.Message.ShouldContain(property);
        fault.Response.ShouldBe(json);
        fault.InnerException.ShouldBeOfType<System.Text.Json.JsonException>();
    }

    [Fact]
    public async Task A_creation_without_its_secret_is_a_fault()
    {
        var fault = await Should.ThrowAsync<UnleashPatException>(
            Clients.Answered($$"""{{{Token}}}""", System.Net.HttpStatusCode.Created).Tokens.CreateAsync(new(), Cancel));

        fault.Message.ShouldContain("secret");
    }

    [Fact]
    public async Task A_secret_is_not_in_the_message_of_an_answer_that_cannot_be_read()
    {
        var fault = await Should.ThrowAsync<UnleashPatException>(
            Clients.Answered("""{"secret":"user:v2_abc"}""", System.Net.HttpStatusCode.Created).Tokens.CreateAsync(new(), Cancel));

        fault.ToString().ShouldNotContain("user:v2_abc");
    }
}
