using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Inventory;

/// <summary>The tokens of all accounts (docs/api.md, section 9).</summary>
public abstract class InventoryTests<TEngine>(ServiceFixture<TEngine> fixture) : FunctionalTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_token_is_shown_as_its_account_sees_it_and_with_its_account()
    {
        var account = await Service.AccountAsync();
        var issued = await account.Client.IssueAsync("""{"description":"laptop"}""");

        var page = await Service.Administrator.InventoryAsync($"userId={account.Id}");

        page.Total().ShouldBe(1);
        page.TryGetProperty("nextCursor", out _).ShouldBeFalse();
        var token = page.GetProperty("tokens")[0];
        var own = (await account.Client.GetAsync($"{ServiceClient.Tokens}/{issued.Id}")).Json;
        foreach (var property in own.EnumerateObject())
        {
            token.GetProperty(property.Name).GetRawText().ShouldBe(property.Value.GetRawText());
        }

        token.EnumerateObject().Select(property => property.Name).Except(own.EnumerateObject().Select(property => property.Name)).ShouldBe(["owner"]);
        var owner = token.GetProperty("owner");
        owner.GetProperty("id").GetInt64().ShouldBe(account.Id);
        owner.GetProperty("email").GetString().ShouldBe(account.Email);
        owner.GetProperty("accountType").GetString().ShouldBe("User");
        owner.GetProperty("enabled").GetBoolean().ShouldBeTrue();
        (await Service.Administrator.GetAsync($"{InventoryCalls.Tokens}/{issued.Id}")).Json.GetRawText().ShouldBe(token.GetRawText());
    }

    [Fact]
    public async Task Pages_follow_each_other_and_keep_the_total_of_the_first()
    {
        var account = await Service.AccountAsync();
        for (var number = 0; number < 7; number++)
        {
            await account.Client.IssueAsync();
        }

        foreach (var sort in new[] { "id", "-id", "createdAt", "-createdAt", "expiresAt", "-expiresAt", "seenAt", "-seenAt", "owner", "-owner" })
        {
            var all = (await Service.Administrator.InventoryAsync($"userId={account.Id}&sort={sort}")).Ids();
            all.Count.ShouldBe(7);
            var found = new List<long>();
            string? cursor = null;
            do
            {
                var page = await Service.Administrator.InventoryAsync($"userId={account.Id}&sort={sort}&limit=3&cursor={cursor}");
                page.Total().ShouldBe(7);
                found.AddRange(page.Ids());
                cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
            }
            while (cursor is not null);

            found.ShouldBe(all, sort);
        }
    }

    [Theory]
    [InlineData("state", "on", "must be one of active, expired, disabled")]
    [InlineData("accountType", "user", "must be one of User, Service Account")]
    [InlineData("userId", "x", "must be integer")]
    [InlineData("scope", "Deploy", "must have the form of a scope")]
    [InlineData("unrestricted", "yes", "must be boolean")]
    [InlineData("expiresBefore", "tomorrow", "must match format \"date-time\"")]
    [InlineData("createdBefore", "2027-02-30T00:00:00Z", "must match format \"date-time\"")]
    [InlineData("unusedSince", "2027-01-01", "must match format \"date-time\"")]
    [InlineData("sort", "name", "must be one of id, createdAt, expiresAt, seenAt, owner, with - in front for descending")]
    [InlineData("limit", "0", "must be >= 1")]
    [InlineData("limit", "1001", "must be <= 1000")]
    [InlineData("cursor", "x", "must be the nextCursor of another page, with the same filter and sort")]
    public async Task A_value_that_is_not_understood_is_refused(string name, string value, string demand) =>
        (await Service.Administrator.GetAsync($"{InventoryCalls.Tokens}?{name}={Uri.EscapeDataString(value)}")).ShouldBreakSchema(
            ($"/query/{name}", $"The `/query/{name}` property {demand}. You sent \"{value}\"."));

    [Fact]
    public async Task Every_fault_of_a_filter_is_named() =>
        (await Service.Administrator.GetAsync($"{InventoryCalls.Tokens}?state=x&neverExpires=false&query={new string('a', 256)}")).ShouldBreakSchema(
            ("/query/state", "The `/query/state` property must be one of active, expired, disabled. You sent \"x\"."),
            ("/query/query", $"The `/query/query` property must NOT have more than 255 characters. You sent \"{new string('a', 98)}…."),
            ("/query/neverExpires", "The `/query/neverExpires` property must be true, or absent. You sent false."));

    [Fact]
    public async Task A_cursor_is_of_use_for_its_own_list_alone_and_only_as_it_was_given()
    {
        var account = await Service.AccountAsync();
        await account.Client.IssueAsync();
        await account.Client.IssueAsync();
        var first = await Service.Administrator.InventoryAsync($"userId={account.Id}&limit=1");
        var cursor = first.GetProperty("nextCursor").GetString()!;
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(cursor);
        bytes[^2]++;
        var tampered = System.Buffers.Text.Base64Url.EncodeToString(bytes);

        (await Service.Administrator.InventoryAsync($"userId={account.Id}&limit=1000&cursor={cursor}")).Ids().ShouldHaveSingleItem();
        foreach (var query in new[] { $"userId={account.Id}&cursor={tampered}", $"userId={account.Id}&sort=-id&cursor={cursor}", $"cursor={cursor}" })
        {
            (await Service.Administrator.GetAsync($"{InventoryCalls.Tokens}?{query}")).ShouldBeError(400, "BadDataError");
        }
    }

    [Fact]
    public async Task A_search_finds_parts_of_descriptions_and_names_in_any_case_and_script()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"Große 鍵 %_[x]"}""");

        foreach (var part in new[] { "GROSSE", "鍵", "%_[X]", account.Email.ToUpperInvariant()[..12] })
        {
            (await Service.Administrator.InventoryAsync($"query={Uri.EscapeDataString(part)}")).Ids().ShouldBe([token.Id], part);
        }

        (await Service.Administrator.InventoryAsync("query=%25%5F%5By")).Ids().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_administrator_changes_and_deletes_tokens_of_others_and_the_log_says_whose()
    {
        var account = await Service.AccountAsync();
        var token = await account.Client.IssueAsync("""{"description":"laptop"}""");
        var path = $"{InventoryCalls.Tokens}/{token.Id}";

        var changed = await Service.Administrator.PutAsync(path, new { description = "old laptop", enabled = false });
        changed.Status.ShouldBe(200, changed.Body);
        changed.Json.GetProperty("description").GetString().ShouldBe("old laptop");
        changed.Json.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        changed.Json.GetProperty("owner").GetProperty("id").GetInt64().ShouldBe(account.Id);
        (await Service.Anonymous.WithAuthorization(token.Secret!).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        (await Service.Administrator.InventoryAsync("state=disabled")).Ids().ShouldContain(token.Id);
        (await Service.Administrator.PutAsync(path, new { expiresAt = "9999-01-01T00:00:00Z" })).ShouldBeError(400, "BadDataError");

        (await Service.Administrator.DeleteAsync(path)).Status.ShouldBe(200);
        foreach (var gone in new[] { await Service.Administrator.GetAsync(path), await Service.Administrator.DeleteAsync(path), await Service.Administrator.PutAsync(path, new { enabled = true }) })
        {
            gone.ShouldBeError(404, "NotFoundError");
        }

        foreach (var type in new[] { "pat-updated", "pat-deleted" })
        {
            var data = (await Service.EventsAsync(type)).Select(entry => entry.GetProperty("data")).First(entry => entry.GetProperty("id").GetInt64() == token.Id);
            data.GetProperty("ownerId").GetInt64().ShouldBe(account.Id);
        }
    }

    [Fact]
    public async Task Only_administrators_get_in()
    {
        var account = await Service.AccountAsync();
        foreach (var (method, path) in new[] { ("GET", ""), ("GET", "/1"), ("PUT", "/1"), ("DELETE", "/1"), ("POST", "/revoke") })
        {
            var body = method is "PUT" or "POST" ? new StringContent("""{"filter":{"userId":1}}""", Encoding.UTF8, "application/json") : null;
            (await account.Client.SendAsync(new HttpMethod(method), InventoryCalls.Tokens + path, body)).ShouldBeError(
                403, "NoAccessError", "You need the \"ADMIN\" permission to perform this action.");
        }
    }

    [Fact]
    public async Task A_filter_that_is_sent_twice_is_refused()
    {
        var answer = await Service.Administrator.GetAsync("/api/admin/personal-access-tokens?state=active&state=expired");

        answer.ShouldBeError(400, "BadDataError").Details.ShouldHaveSingleItem().Path.ShouldBe("/query/state");
    }
}
