using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.OpenApi;

/// <summary>A reader of Unleash's page for "Create a new Personal Access Token" finds every line of it.</summary>
[OneEngineOnly("It is about the description of the API, which no engine changes.")]
public sealed class UnleashPageTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    private const string Ignored =
        "(This property is set by Unleash when the token is created and cannot be set manually: if you provide a value when "
        + "creating a PAT, Unleash will ignore it.)";

    private static readonly Dictionary<string, string> Properties = new()
    {
        ["id"] = $"The unique identification number for this Personal Access Token. {Ignored}",
        ["secret"] = $"The token used for authentication. {Ignored}",
        ["expiresAt"] = "The token's expiration date.",
        ["createdAt"] = $"When the token was created. {Ignored}",
        ["seenAt"] = $"When the token was last seen/used to authenticate with. `null` if it has not been used yet. {Ignored}",
    };

    [Theory]
    [InlineData("createPatSchema")]
    [InlineData("patSchema")]
    public async Task The_properties_are_described_in_its_words(string schema)
    {
        var properties = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty(schema)
            .GetProperty("properties");

        foreach (var (name, description) in Properties)
        {
            properties.GetProperty(name).GetProperty("description").GetString().ShouldNotBeNull().ShouldContain(description);
        }

        properties.GetProperty("id").GetProperty("minimum").GetDecimal().ShouldBe(1);
        properties.GetProperty("seenAt").GetProperty("nullable").GetBoolean().ShouldBeTrue();
        properties.GetProperty("expiresAt").GetProperty("format").GetString().ShouldBe("date-time");
    }

    [Theory]
    [InlineData("201", "The resource was successfully created.")]
    [InlineData("401", "Authorization information is missing or invalid. Provide a valid API token as the `authorization` header, e.g. `authorization:*.*.my-admin-token`.")]
    [InlineData("403", "The provided user credentials are valid, but the user does not have the necessary permissions to perform this operation")]
    [InlineData("404", "The requested resource was not found.")]
    public async Task The_answers_are_described_in_its_words(string status, string description) =>
        (await CreateAsync()).GetProperty("responses").GetProperty(status).GetProperty("description").GetString().ShouldBe(description);

    [Theory]
    [InlineData("401", "AuthenticationRequired", "You must log in to use Unleash. Your request had no authorization header, so we could not authorize you. Try logging in at /auth/simple/login.")]
    [InlineData("403", "NoAccessError", "You need the \"UPDATE_ADDON\" permission to perform this action in the \"development\" environment.")]
    [InlineData("404", "NotFoundError", "Could not find the addon with ID \"12345\".")]
    public async Task Its_examples_are_among_the_examples(string status, string name, string message)
    {
        var content = (await CreateAsync()).GetProperty("responses").GetProperty(status).GetProperty("content");

        content.GetProperty("application/json").GetProperty("examples").EnumerateObject()
            .Select(example => example.Value.GetProperty("value"))
            .ShouldContain(example => example.GetProperty("name").GetString() == name
                && example.GetProperty("message").GetString() == message);
    }

    [Fact]
    public async Task The_operation_is_named_summed_up_and_located_as_there()
    {
        var create = await CreateAsync();

        create.GetProperty("operationId").GetString().ShouldBe("createPat");
        create.GetProperty("summary").GetString().ShouldBe("Create a new Personal Access Token");
        create.GetProperty("description").GetString().ShouldNotBeNull()
            .ShouldStartWith("Creates a new Personal Access Token for the current user.");
        create.GetProperty("requestBody").GetProperty("required").GetBoolean().ShouldBeTrue();
        create.GetProperty("responses").GetProperty("201").GetProperty("headers").GetProperty("location")
            .GetProperty("description").GetString().ShouldBe("The location of the newly created resource.");
    }

    private async Task<JsonElement> DocumentAsync() => (await Service.Anonymous.GetAsync("/docs/openapi.json")).Json;

    private async Task<JsonElement> CreateAsync() =>
        (await DocumentAsync()).GetProperty("paths").GetProperty("/api/admin/user/tokens").GetProperty("post");
}
