using System.Net;
using System.Reflection;
using System.Text.Json;
using Unleash.Pat.Client.UnitTests.Support;

namespace Unleash.Pat.Client.UnitTests;

/// <summary>What the client sends, and where to.</summary>
public sealed class RequestTests
{
    private const string Page = """{"users":[{"id":1,"accountType":"User","imageUrl":"","loginAttempts":0,"createdAt":"2026-01-01T00:00:00Z","rootRole":1}],"rootRoles":[],"total":""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://unleash.example.com", "https://unleash.example.com/health")]
    [InlineData("https://unleash.example.com/pat", "https://unleash.example.com/pat/health")]
    [InlineData("https://unleash.example.com/pat/", "https://unleash.example.com/pat/health")]
    [InlineData("http://localhost:4242/a/b", "http://localhost:4242/a/b/health")]
    public async Task A_base_path_is_kept_with_and_without_a_slash(string address, string asked)
    {
        var script = new Script(_ => Script.Json(HttpStatusCode.OK, """{"health":"GOOD"}"""));

        await new UnleashPatClient(new HttpClient(script) { BaseAddress = new Uri(address) }).Service.GetHealthAsync(Cancel);

        script.Sent.Single().RequestUri.ShouldBe(new Uri(asked));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://unleash.example.com/?a=b")]
    [InlineData("https://unleash.example.com/#a")]
    [InlineData("https://me:secret@unleash.example.com/")]
    public void An_address_that_cannot_be_the_services_is_refused_at_once(string? address) =>
        Should.Throw<ArgumentException>(
            () => new UnleashPatClient(new HttpClient { BaseAddress = address is null ? null : new Uri(address) }))
            .Message.ShouldStartWith("HttpClient.BaseAddress must");

    [Fact]
    public async Task The_client_names_itself_after_the_application()
    {
        var script = new Script(_ => Script.Json(HttpStatusCode.OK, """{"pats":[]}"""), _ => new HttpResponseMessage(HttpStatusCode.Found));
        var http = new HttpClient(script) { BaseAddress = new Uri("https://unleash.example.com") };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("my-app/1.2");
        var client = new UnleashPatClient(http);

        await client.Tokens.ListAsync(Cancel);
        await client.Account.SignOutAsync(Cancel);

        var version = typeof(UnleashPatClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        version.ShouldNotBe("0.0.0");
        script.Sent.Select(request => request.Headers.UserAgent.ToString())
            .ShouldAllBe(agent => agent == $"my-app/1.2 Unleash.Pat.Client/{version}");
    }

    // Without the offset, the service would refuse the time, or take it for another.
    [Fact]
    public async Task A_time_in_an_address_has_its_offset()
    {
        var script = new Script(_ => Script.Json(HttpStatusCode.OK, """{"tokens":[],"total":0}"""));
        var filter = new InventoryFilter { UnusedSince = new DateTimeOffset(2026, 5, 3, 8, 0, 0, 123, TimeSpan.FromHours(2)) };

        await Clients.Of(script).Inventory.GetPageAsync(filter, cancellationToken: Cancel);

        var query = Uri.UnescapeDataString(script.Sent.Single().RequestUri!.Query);
        query.ShouldContain("unusedSince=2026-05-03T08:00:00.1230000+02:00&");
    }

    [Fact]
    public async Task Requests_hold_what_the_service_reads()
    {
        var script = new Script(Refuse, Refuse, Refuse, Refuse);
        var client = Clients.Of(script);

        await Refused(client.Tokens.CreateAsync(new() { Description = "x", ExpiresAt = DateTimeOffset.UnixEpoch }, Cancel));
        await Refused(client.AdminTokens.CreateAsync(new() { TokenName = "x" }, Cancel));
        await Refused(client.Users.CreateAsync(new() { Username = "x", RootRole = RootRole.Viewer }, Cancel));
        await Refused(client.ServiceAccounts.UpdateAsync(1, new() { Name = "x" }, Cancel));

        script.Bodies.ShouldBe(
        [
            """{"description":"x","expiresAt":"1970-01-01T00:00:00+00:00"}""",
            """{"type":"admin","tokenName":"x"}""",
            """{"username":"x","rootRole":3}""",
            """{"name":"x"}""",
        ]);
        typeof(NewPersonalAccessToken).GetProperties().Select(property => property.Name).ShouldBe(["Description", "ExpiresAt", "Scopes"], ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_are_fetched_when_the_enumeration_comes_to_them()
    {
        var script = new Script([.. Enumerable.Repeat<Func<HttpRequestMessage, HttpResponseMessage>>(_ => Script.Json(HttpStatusCode.OK, Page + "3}"), 3)]);

        await foreach (var user in Clients.Of(script).Users.ListAsync(Cancel))
        {
            user.Id.ShouldBe(1);
            break;
        }

        script.Sent.ShouldHaveSingleItem();
        (await Clients.Of(new Script([.. Enumerable.Repeat<Func<HttpRequestMessage, HttpResponseMessage>>(_ => Script.Json(HttpStatusCode.OK, Page + "3}"), 3)]))
            .Users.ListAsync(Cancel).CountAsync(Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task An_enumeration_can_be_cancelled_between_its_pages()
    {
        using var source = new CancellationTokenSource();
        var script = new Script(_ => Script.Json(HttpStatusCode.OK, Page + "3}"));
        var users = Clients.Of(script).Users.ListAsync(Cancel).WithCancellation(source.Token).GetAsyncEnumerator();
        (await users.MoveNextAsync()).ShouldBeTrue();

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await users.MoveNextAsync());
        script.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_event_that_moves_to_the_next_page_meanwhile_is_listed_once()
    {
        var script = new Script(
            _ => Script.Json(HttpStatusCode.OK, Events(3, 9, 8)),
            _ => Script.Json(HttpStatusCode.OK, Events(4, 8, 7)));

        var ids = await Clients.Of(script).Events.ListAsync(new() { Type = "a b", UserId = 7 }, Cancel).Select(happened => happened.Id).ToListAsync(Cancel);

        ids.ShouldBe([9, 8, 7]);
        script.Sent[0].RequestUri!.Query.ShouldBe("?type=a%20b&userId=7&limit=500&offset=0");
        script.Sent[1].RequestUri!.Query.ShouldContain("offset=2");
    }

    [Fact]
    public async Task A_log_is_listed_by_cursors_where_the_service_has_them()
    {
        var script = new Script(
            _ => Script.Json(HttpStatusCode.OK, Events(10_000, 9, 8).Replace("\"version\":1", "\"version\":1,\"totalEventsCapped\":true,\"nextCursor\":\"abc\"", StringComparison.Ordinal)),
            _ => Script.Json(HttpStatusCode.OK, Events(10_000, 7)));

        var ids = await Clients.Of(script).Events.ListAsync(cancellationToken: Cancel).Select(happened => happened.Id).ToListAsync(Cancel);

        ids.ShouldBe([9, 8, 7]);
        script.Sent.Count.ShouldBe(2);
        script.Sent[1].RequestUri!.Query.ShouldBe("?limit=500&cursor=abc");
    }

    [Fact]
    public async Task A_page_of_the_log_has_all_that_its_filter_asks_for_and_the_pages_around_it()
    {
        var script = new Script(_ => Script.Json(HttpStatusCode.OK, Events(3, 9).Replace(
            "\"version\":1", "\"version\":1,\"incomplete\":true,\"nextCursor\":\"n\",\"previousCursor\":\"p\"", StringComparison.Ordinal)));
        var at = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var page = await Clients.Of(script).Events.GetPageAsync(
            "c", 10, new() { Types = ["a", "b"], SubjectUserId = 7, TokenId = 8, From = at, To = at.AddDays(1), Query = "x y" }, Cancel);

        (page.Items.Count, page.Total, page.IsIncomplete, page.NextCursor, page.PreviousCursor, page.TailCursor).ShouldBe((1, 3, true, "n", "p", null));
        var query = Uri.UnescapeDataString(script.Sent.ShouldHaveSingleItem().RequestUri!.Query);
        query.ShouldStartWith("?type=a&type=b&subjectUserId=7&tokenId=8&from=2027-01-01T00:00:00");
        query.ShouldEndWith("&query=x y&limit=10&cursor=c");
    }

    [Fact]
    public void Every_operation_of_the_description_is_one_of_the_client()
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json")));

        // The same document at a second address; for proxies; for the package that verifies in ASP.NET Core services; for
        // Unleash's admin UI.
        string[] forOthers =
        [
            "/.well-known/openid-configuration", "/api/admin/search/events", "/auth/reset/validate-password", "/auth/verify",
            "/oauth2/revocations",
        ];
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().ToList();
        paths.Select(path => path.Name).ShouldBe(paths.Select(path => path.Name).Union(forOthers), ignoreOrder: true);
        var operations = paths.Where(path => !forOthers.Contains(path.Name)).Sum(path => path.Value.EnumerateObject().Count(operation => !IsOfUnleashShell(operation.Value)));

        // A list that has pages has a second method for one of them, and revoking many has one that only tells which they are.
        // The event log has one for pages by offset too.
        const int Previews = 2;
        var methods = typeof(IUnleashPatClient).GetProperties().SelectMany(feature => feature.PropertyType.GetMethods());
        methods.Count(method => !method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal)).ShouldBe(operations + Previews);
    }

    private static bool IsOfUnleashShell(JsonElement operation) =>
        operation.GetProperty("tags").EnumerateArray().Any(tag => tag.GetString() == "Unleash's own admin UI");

    private static string Events(int total, params int[] ids) =>
        $$"""{"version":1,"totalEvents":{{total}},"events":[{{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"type":"x","createdBy":"x","createdAt":"2026-01-01T00:00:00Z","tags":[]}"""))}}]}""";

    private static HttpResponseMessage Refuse(HttpRequestMessage request) => new(HttpStatusCode.Forbidden);

    private static Task<UnleashPatException> Refused(Task request) => Should.ThrowAsync<UnleashPatException>(request);
}
