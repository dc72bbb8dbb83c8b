using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>docs/api.md, section 3: admin tokens.</summary>
public abstract class AdminTokenTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string Random = "*:*.3f9c0d6f0b2a4d6e8a1c5b7d9e0f2a4c";
    private const string Named = "*.*.my-admin-token-for-tests";

    protected override ServiceOptions Options => new()
    {
        Settings = new Dictionary<string, string> { ["AdminTokens:0"] = Random, ["AdminTokens:1"] = Named },
    };

    [Theory]
    [InlineData(Random)]
    [InlineData(Named)]
    [InlineData("Bearer " + Random)]
    [InlineData("bearer " + Named)]
    public async Task Both_forms_hold_the_permission_to_administer(string header) =>
        (await Service.Anonymous.WithAuthorization(header).GetAsync(ServiceClient.Events)).Status.ShouldBe(200);

    [Theory]
    [InlineData("*:*.3F9C0D6F0B2A4D6E8A1C5B7D9E0F2A4C")]
    [InlineData("*:*.my-admin-token-for-tests")]
    [InlineData("*.*.my-admin-token-for-test")]
    [InlineData("*.*.my-admin-token-for-tests2")]
    [InlineData("*:*.")]
    public async Task Nothing_else_authenticates(string header) =>
        (await Service.Anonymous.WithAuthorization(header).GetAsync(ServiceClient.Events)).ShouldBeError(401, "UnauthorizedError");

    [Theory]
    [InlineData(ServiceClient.Me)]
    [InlineData(ServiceClient.Me + "/profile")]
    [InlineData(ServiceClient.Tokens)]
    public async Task It_belongs_to_no_account(string path) =>
        (await Service.Anonymous.WithAuthorization(Random).GetAsync(path)).ShouldBeError(403, "NoAccessError");
}
