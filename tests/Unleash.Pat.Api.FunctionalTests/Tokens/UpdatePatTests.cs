using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Tokens;

/// <summary>docs/api.md, section 1.7.</summary>
public abstract class UpdatePatTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_token_is_renamed_and_keeps_the_rest()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"old"}""");

        var answer = await account.Client.PutAsync(token.Path, new { description = "new", expiresAt = (string?)null });

        answer.Status.ShouldBe(200, answer.Body);
        var changed = answer.Read<IssuedToken>();
        changed.ShouldBe(token with { Description = "new", Secret = changed.Secret });
        answer.Json.TryGetProperty("secret", out _).ShouldBeFalse();
        (await account.Client.ListAsync()).ShouldHaveSingleItem().Description.ShouldBe("new");
    }

    [Fact]
    public async Task The_expiry_only_comes_nearer()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"expiresAt":"2099-06-01T00:00:00Z"}""");

        (await account.Client.PutAsync(token.Path, new { expiresAt = "2099-06-01T00:00:00.001Z" }))
            .ShouldBreakRule("The expiry of a token can only be shortened. Rotate it to extend it.");
        (await account.Client.PutAsync(token.Path, new { expiresAt = "2099-06-01T00:00:00Z" })).Status.ShouldBe(200);
        (await account.Client.PutAsync(token.Path, new { expiresAt = "2098-01-01T00:00:00Z" })).Read<IssuedToken>()
            .ExpiresAt.ShouldBe("2098-01-01T00:00:00.000Z");
        (await account.Client.PutAsync(token.Path, new { expiresAt = "2020-01-01T00:00:00Z" }))
            .ShouldBreakRule("The expiry date should be in future.");
    }

    [Fact]
    public async Task Switched_off_it_is_refused_before_the_response_and_switched_on_it_works_again()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();
        var bearer = Service.Anonymous.WithAuthorization(token.Secret);
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);

        var off = await account.Client.PutAsync(token.Path, new { enabled = false });

        off.Json.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        (await bearer.GetAsync(ServiceClient.Me)).ShouldBeError(401, "UnauthorizedError", "You must log in to use Unleash.");
        var on = await account.Client.PutAsync(token.Path, new { enabled = true });
        on.Json.TryGetProperty("enabled", out _).ShouldBeFalse();
        (await bearer.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_description_that_is_taken_is_refused_and_nothing_changes()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync("""{"description":"taken"}""");
        var token = await account.Client.IssueAsync("""{"description":"mine"}""");

        (await account.Client.PutAsync(token.Path, new { description = "taken", enabled = false }))
            .ShouldBeError(409, "NameExistsError", "PAT description already exists.");
        (await account.Client.PutAsync(token.Path, new { description = " " })).ShouldBreakRule("PAT description cannot be empty.");

        var kept = await account.Client.GetAsync(token.Path);
        kept.Read<IssuedToken>().Description.ShouldBe("mine");
        kept.Json.TryGetProperty("enabled", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_types_are_named()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync();

        (await account.Client.PutAsync(token.Path, new { enabled = "no", description = 1 })).ShouldBreakSchema(
            ("/body/description", "The `/body/description` property must be string. You sent 1."),
            ("/body/enabled", "The `/body/enabled` property must be boolean. You sent \"no\"."));
    }

    [Fact]
    public async Task Another_accounts_token_is_not_found()
    {
        var (account, other) = (await Service.AccountAsync(), await Service.AccountAsync());
        var token = await account.Client.IssueAsync();

        (await other.Client.PutAsync(token.Path, new { enabled = false })).ShouldBeError(404, "NotFoundError");

        (await Service.Anonymous.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_change_is_recorded_with_what_was_before_and_no_change_is_not()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"before"}""");

        await account.Client.PutAsync(token.Path, new { description = "after", enabled = false });
        await account.Client.PutAsync(token.Path, new { description = "after", enabled = false });

        var entry = (await Service.EventsAsync("pat-updated"))
            .Where(entry => entry.GetProperty("data").GetProperty("id").GetInt64() == token.Id).ShouldHaveSingleItem();
        entry.GetProperty("preData").GetProperty("description").GetString().ShouldBe("before");
        entry.GetProperty("data").GetProperty("description").GetString().ShouldBe("after");
        entry.GetProperty("data").GetProperty("enabled").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_current_token_is_the_one_that_authenticates()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync();
        var token = await account.Client.IssueAsync();
        const string Current = $"{ServiceClient.Tokens}/current";

        var answer = await Service.Anonymous.WithAuthorization(token.Secret).GetAsync(Current);

        answer.Read<IssuedToken>().Id.ShouldBe(token.Id);
        answer.Json.TryGetProperty("secret", out _).ShouldBeFalse();
        (await account.Client.GetAsync(Current)).ShouldBeError(404, "NotFoundError");
        (await Service.Administrator.GetAsync(Current)).ShouldBeError(404, "NotFoundError");
        (await Service.Anonymous.GetAsync(Current)).ShouldBeError(401, "AuthenticationRequired");
    }
}
