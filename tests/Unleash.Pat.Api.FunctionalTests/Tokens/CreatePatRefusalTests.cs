using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.1: every row of the table of refusals.</summary>
public abstract class CreatePatRefusalTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string NotObject = "The `/body` property must be object.";

    [Fact]
    public async Task Without_credentials_the_answer_says_where_to_sign_in()
    {
        var service = await StartAsync(("Authentication:Demo", "false"));

        var answer = await service.Anonymous.PostAsync(ServiceClient.Tokens, "{}");

        var error = answer.ShouldBeError(
            401,
            "AuthenticationRequired",
            "You must log in to use Unleash. Your request had no authorization header, so we could not authorize you. Try logging in at /auth/simple/login.");
        error.Details.ShouldHaveSingleItem().Message.ShouldBe(error.Message);
        answer.Json.GetProperty("path").GetString().ShouldBe("/auth/simple/login");
        answer.Json.GetProperty("type").GetString().ShouldBe("password");
        answer.Json.GetProperty("defaultHidden").GetBoolean().ShouldBeFalse();
        answer.Json.GetProperty("options").GetArrayLength().ShouldBe(0);
    }

    /// <summary>As Unleash words it where demo sign-in is switched on.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/unleash")]
    public async Task Without_credentials_the_answer_says_how_to_sign_in_to_a_demo(string basePath)
    {
        var service = await StartAsync(("BasePath", basePath));

        var answer = await service.Anonymous.PostAsync(basePath + ServiceClient.Tokens, "{}");

        answer.ShouldBeError(401, "AuthenticationRequired", "You have to identify yourself in order to use Unleash.");
        answer.Json.GetProperty("path").GetString().ShouldBe($"{basePath}/auth/demo/login");
        answer.Json.GetProperty("type").GetString().ShouldBe("demo");
        answer.Json.GetProperty("defaultHidden").GetBoolean().ShouldBeFalse();
        answer.Json.GetProperty("options").GetArrayLength().ShouldBe(0);
        answer.Header("www-authenticate").ShouldBe("Bearer");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("user:v2_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("*:*.unknown")]
    public async Task Every_unknown_credential_gets_the_same_body(string header)
    {
        var answer = await Service.Anonymous.WithAuthorization(header).PostAsync(ServiceClient.Tokens, "{}");

        var error = answer.ShouldBeError(401, "UnauthorizedError", "You must log in to use Unleash.");
        error.Details.ShouldHaveSingleItem().Message.ShouldBe(error.Message);
        answer.Json.TryGetProperty("path", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_admin_token_has_no_account_to_hold_a_token() =>
        (await Service.Administrator.PostAsync(ServiceClient.Tokens, "{}"))
            .ShouldBeError(403, "NoAccessError", "You need the \"CREATE_PAT\" permission to perform this action.");

    [Fact]
    public async Task More_tokens_than_allowed_are_refused_expired_ones_counted()
    {
        var account = await Service.AccountAsync();
        for (var number = 0; number < 10; number++)
        {
            await account.Client.IssueAsync();
        }

        (await account.Client.PostAsync(ServiceClient.Tokens, "{}"))
            .ShouldBeError(403, "OperationDeniedError", "Too many PATs (10) already exist for this user.");

        await account.Client.DeleteAsync((await account.Client.ListAsync())[3].Path);
        await account.Client.IssueAsync();
    }

    [Fact]
    public async Task The_same_description_again_is_refused()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync("""{"description":"laptop"}""");

        (await account.Client.PostAsync(ServiceClient.Tokens, """{"description":"laptop"}"""))
            .ShouldBeError(409, "NameExistsError", "PAT description already exists.");
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("12", "12")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("[ 1, {\"a\" : 2} ]", "[1,{\"a\":2}]")]
    public async Task A_body_that_is_no_object_is_refused(string body, string echo)
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, body))
            .ShouldBreakSchema(("/body", $"{NotObject} You sent {echo}."));
    }

    [Theory]
    [InlineData("description", "{\"a\":1}")]
    [InlineData("description", "[]")]
    [InlineData("description", "1.50")]
    [InlineData("description", "false")]
    [InlineData("expiresAt", "1798761600000")]
    [InlineData("expiresAt", "{\"a\":1}")]
    public async Task A_wrong_type_is_refused(string property, string value)
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, $"{{\"{property}\":{value}}}"))
            .ShouldBreakSchema(($"/body/{property}", $"The `/body/{property}` property must be string. You sent {value}."));
    }

    [Fact]
    public async Task All_faults_of_the_schema_are_listed()
    {
        var account = await Service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, """{"description":{"a":1},"expiresAt":"2027-02-30T00:00:00Z"}"""))
            .ShouldBreakSchema(
                ("/body/description", "The `/body/description` property must be string. You sent {\"a\":1}."),
                ("/body/expiresAt", "The `/body/expiresAt` property must match format \"date-time\". You sent \"2027-02-30T00:00:00Z\"."));
    }

    [Fact]
    public async Task A_refused_request_leaves_no_token_behind()
    {
        var account = await Service.AccountAsync();
        string[] bodies = ["", "[]", "{", """{"description":""}""", """{"description":1}""", """{"expiresAt":"2001-01-01T00:00:00Z"}"""];

        foreach (var body in bodies)
        {
            (await account.Client.PostAsync(ServiceClient.Tokens, body)).Status.ShouldBe(400);
        }

        (await account.Client.ListAsync()).ShouldBeEmpty();
    }
}
