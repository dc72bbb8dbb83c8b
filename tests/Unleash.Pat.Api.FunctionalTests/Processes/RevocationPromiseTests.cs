using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>
/// docs/api.md, section 7: the node that answers a revocation accepts the token never again, every other node not after one
/// second. Two processes on one database, under load.
/// </summary>
public abstract class RevocationPromiseTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(1);

    // So many of each kind. Many more take long on a slow disk; a variable allows them.
    private static readonly int Count = int.Parse(
        Environment.GetEnvironmentVariable("UNLEASH_PAT_TEST_REVOCATIONS") ?? "100", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Both_nodes_keep_it_however_the_right_is_taken_away()
    {
        Uri[] nodes = await Task.WhenAll(StartNode().ReadyAsync(Cancel), StartNode().ReadyAsync(Cancel));
        using var http = new HttpClient();
        var victims = await CreateAsync(http, nodes[0]);
        using var enough = new CancellationTokenSource();
        var load = Enumerable.Range(0, 4).Select(_ => UseAsync(http, nodes, victims, enough.Token)).ToList();

        await Task.WhenAll(victims.Select((victim, index) => RevokeAsync(http, nodes[index % 2], nodes[(index + 1) % 2], victim)));

        await enough.CancelAsync();
        await Task.WhenAll(load);
    }

    private RealService StartNode() => Start(("RateLimiting:RevokePerMinute", "1000000"));

    // Used all the time, so that both nodes remember it.
    private static async Task UseAsync(HttpClient http, Uri[] nodes, IReadOnlyList<Victim> victims, CancellationToken enough)
    {
        for (var round = 0; !enough.IsCancellationRequested; round++)
        {
            await StatusAsync(http, nodes[round % 2], victims[Random.Shared.Next(victims.Count)]);
        }
    }

    private static async Task RevokeAsync(HttpClient http, Uri here, Uri there, Victim victim)
    {
        (await StatusAsync(http, here, victim)).ShouldBe(200);
        (await StatusAsync(http, there, victim)).ShouldBe(200);

        using var revocation = victim.Revocation(here);
        using (var answer = await http.SendAsync(revocation, Cancel))
        {
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancel));
        }

        (await StatusAsync(http, here, victim)).ShouldBe(victim.Refused);
        await Task.Delay(Promise, Cancel);
        (await StatusAsync(http, there, victim)).ShouldBe(victim.Refused);
    }

    private static async Task<int> StatusAsync(HttpClient http, Uri node, Victim victim)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node, victim.Use));
        request.Headers.Add("authorization", $"Bearer {victim.Secret}");
        using var answer = await http.SendAsync(request, Cancel);
        return (int)answer.StatusCode;
    }

    private static async Task<IReadOnlyList<Victim>> CreateAsync(HttpClient http, Uri node)
    {
        var victims = new ConcurrentBag<Victim>();
        var few = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel };
        await Parallel.ForAsync(0, Count * Enum.GetValues<Kind>().Length, few, async (number, _) =>
            victims.Add(await CreateAsync(http, node, (Kind)(number / Count), number)));
        return [.. victims];
    }

    private static async Task<Victim> CreateAsync(HttpClient http, Uri node, Kind kind, int number)
    {
        if (kind == Kind.AdminTokenDeleted)
        {
            return await CreateAdminTokenAsync(http, node, number);
        }

        var role = kind == Kind.AccountDemoted ? "Admin" : "Viewer";
        var account = (await SendAsync(http, node, "/api/admin/service-account", new { name = $"Bot {number}", username = $"bot-{number}", rootRole = role })).GetProperty("id").GetInt64();
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/admin/service-account/{account}");
        var token = await SendAsync(http, node, $"{path}/token", new { description = "ci", expiresAt = "2099-01-01T00:00:00Z" });
        var secret = token.GetProperty("secret").GetString()!;
        var id = token.GetProperty("id").GetRawText().Trim('"');
        return kind switch
        {
            Kind.Deleted => new(secret, "/auth/verify", 401, here => Request(HttpMethod.Delete, here, $"{path}/token/{id}")),
            Kind.RevokedByHolder => new(secret, "/auth/verify", 401, here => Request(
                HttpMethod.Post, here, "/oauth2/revoke", new FormUrlEncodedContent([new("token", secret)]))),
            Kind.AccountDeleted => new(secret, "/auth/verify", 401, here => Request(HttpMethod.Delete, here, path)),
            _ => new(secret, "/auth/verify?role=Admin", 403, here => Request(
                HttpMethod.Put, here, path, JsonContent.Create(new { name = $"Bot {number}", rootRole = "Viewer" }))),
        };
    }

    private static async Task<Victim> CreateAdminTokenAsync(HttpClient http, Uri node, int number)
    {
        var token = await SendAsync(http, node, "/api/admin/api-tokens", new { tokenName = $"admin {number}", type = "admin", expiresAt = "2099-01-01T00:00:00Z" });
        var secret = token.GetProperty("secret").GetString()!;
        var id = token.GetProperty("id").GetInt64();
        return new(secret, $"{ServiceClient.Events}?limit=1", 401, here => Request(HttpMethod.Delete, here, $"/api/admin/api-tokens/{id}"));
    }

    private static async Task<JsonElement> SendAsync(HttpClient http, Uri node, string path, object body)
    {
        using var request = Request(HttpMethod.Post, node, path, JsonContent.Create(body));
        using var answer = await http.SendAsync(request, Cancel);
        ((int)answer.StatusCode).ShouldBe(201, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri node, string path, HttpContent? body = null) =>
        new(method, new Uri(node, path))
        {
            Content = body,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", TestService.AdminToken) },
        };

    private enum Kind
    {
        Deleted,
        RevokedByHolder,
        AccountDeleted,
        AccountDemoted,
        AdminTokenDeleted,
    }

    private sealed record Victim(string Secret, string Use, int Refused, Func<Uri, HttpRequestMessage> Revocation);
}
