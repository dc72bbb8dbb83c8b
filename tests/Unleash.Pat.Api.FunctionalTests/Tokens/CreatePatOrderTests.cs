using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>
/// docs/api.md, section 1.1: 401, 415, 413, 400 (unparsable, then schema), 403 permission, 404 disabled, 400 (rules), 403
/// limit, 409. Each request breaks two neighbours of that order, and the earlier one is told.
/// </summary>
public abstract class CreatePatOrderTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Schema = """{"description":1}""";
    private const string Rule = """{"description":" "}""";

    private static readonly string TooLarge = new('x', (100 * 1024) + 1);

    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["Pats:MaxPerUser"] = "1" },
    };

    [Theory]
    [InlineData(null, "AuthenticationRequired")]
    [InlineData("user:nobody", "UnauthorizedError")]
    public async Task Authentication_comes_before_the_content_type(string? header, string name)
    {
        var client = header is null ? Service.Anonymous : Service.Anonymous.WithAuthorization(header);

        (await client.SendAsync(HttpMethod.Post, ServiceClient.Tokens, new StringContent(TooLarge))).ShouldBeError(401, name);
    }

    [Fact]
    public async Task The_content_type_comes_before_the_size() =>
        (await Service.Administrator.SendAsync(HttpMethod.Post, ServiceClient.Tokens, new StringContent(TooLarge)))
            .ShouldBeError(415, "ContentTypeError");

    [Fact]
    public async Task The_size_comes_before_the_content() =>
        (await Service.Administrator.PostAsync(ServiceClient.Tokens, TooLarge)).ShouldBeError(413, "PayloadTooLargeError");

    [Fact]
    public async Task What_does_not_parse_comes_before_the_schema() =>
        (await Service.Administrator.PostAsync(ServiceClient.Tokens, Schema + ","))
            .ShouldBeError(400, "BadDataError").Message.ShouldContain("could not be read as JSON");

    [Fact]
    public async Task An_empty_body_is_told_to_be_empty() =>
        (await Service.Administrator.PostAsync(ServiceClient.Tokens, ""))
            .ShouldBeError(400, "BadDataError").Message.ShouldEndWith("could not be read as JSON: it is empty.");

    [Theory]
    [InlineData("{")]
    [InlineData(Schema)]
    public async Task The_content_comes_before_the_permission(string body) =>
        (await Service.Administrator.PostAsync(ServiceClient.Tokens, body)).ShouldBeError(400, "BadDataError");

    [Fact]
    public async Task The_permission_comes_before_being_switched_off()
    {
        var service = await StartAsync(("Pats:Enabled", "false"));

        (await service.Administrator.PostAsync(ServiceClient.Tokens, Rule)).ShouldBeError(403, "NoAccessError");
    }

    [Fact]
    public async Task Being_switched_off_comes_before_the_rules_and_after_the_schema()
    {
        var service = await StartAsync(("Pats:Enabled", "false"));
        var account = await service.AccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, Rule)).ShouldBeError(404, "NotFoundError", "PATs are disabled.");
        (await account.Client.PostAsync(ServiceClient.Tokens, Schema)).ShouldBeError(400, "BadDataError");
    }

    [Fact]
    public async Task The_permission_comes_before_the_rules() =>
        (await Service.Administrator.PostAsync(ServiceClient.Tokens, Rule)).ShouldBeError(403, "NoAccessError");

    [Theory]
    [InlineData(Rule)]
    [InlineData("""{"expiresAt":"2001-01-01T00:00:00Z"}""")]
    public async Task The_rules_come_before_the_limit(string body)
    {
        var account = await FullAccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, body)).ShouldBeError(400, "BadDataError");
    }

    [Fact]
    public async Task The_limit_comes_before_the_description()
    {
        var account = await FullAccountAsync();

        (await account.Client.PostAsync(ServiceClient.Tokens, """{"description":"taken"}"""))
            .ShouldBeError(403, "OperationDeniedError", "Too many PATs (1) already exist for this user.");
    }

    private async Task<TestAccount> FullAccountAsync()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync("""{"description":"taken"}""");
        return account;
    }
}
