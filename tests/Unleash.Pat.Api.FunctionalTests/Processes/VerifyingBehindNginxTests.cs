using System.Diagnostics.CodeAnalysis;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>nginx verifies tokens for another service, as docs/verifying.md and docs/unleash.md have it.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class VerifyingBehindNginxTests : ProcessTests<SqliteEngine>, IAsyncLifetime
{
    private const string ProxySecret = "proxy_set_header X-Proxy-Secret \"the-shared-secret\";";

    private static readonly string[] Told =
        ["x-auth-user", "x-auth-user-id", "x-auth-email", "x-auth-account-type", "x-auth-role", "x-auth-token-id", "x-auth-scopes"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unleash-pat-verifying-");
    private ServiceBehindProxy _backend = null!;
    private RealService _process = null!;
    private RealNginx _nginx = null!;
    private HttpClient _http = null!;
    private ServiceClient _admin = null!;

    [Theory]
    [InlineData("verifying.md")]
    [InlineData("unleash.md")]
    public async Task A_request_arrives_with_its_account_and_only_while_its_token_is_valid(string page)
    {
        await StartAsync(page);
        var token = await IssueForAliceAsync();
        var client = new ServiceClient(_http, authorization: token.Secret);
        var forged = Told.Select(name => (name, "forged")).ToArray();

        var read = await client.SendAsync(HttpMethod.Get, "/some/where?scope=other&role=Admin", null, forged);
        var written = await new ServiceClient(_http, authorization: $"Bearer {token.Secret}").PostAsync("/", "{\"a\":1}");
        (await client.DeleteAsync("/")).Read<ServiceBehindProxy.Received>().Method.ShouldBe("DELETE");

        foreach (var received in new[] { read, written }.Select(answer => answer.Read<ServiceBehindProxy.Received>()))
        {
            received.Header("x-auth-user").ShouldBe("alice");
            received.Header("x-auth-email").ShouldBe("alice@example.com");
            received.Header("x-auth-role").ShouldBe("Viewer");
            received.Header("x-auth-account-type").ShouldBe("User");
            received.Header("x-auth-token-id").ShouldBe($"{token.Id}");
            received.Header("x-auth-user-id").ShouldBe($"{token.UserId}");
            received.Headers.ShouldNotContainKey("x-auth-scopes");
            received.Headers.ShouldNotContainKey("authorization");
        }

        written.Read<ServiceBehindProxy.Received>().Body.ShouldBe("{\"a\":1}");
        (await RevokeAsync(token)).Status.ShouldBe(200);
        (await client.GetAsync("/")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Requests_without_a_valid_token_do_not_arrive()
    {
        await StartAsync("verifying.md");
        foreach (var authorization in new[] { null, "user:v2_unknown", "Bearer", "Basic YTpi", "*:*.admin-token-that-is-not-known" })
        {
            var answer = await new ServiceClient(_http, authorization: authorization).SendAsync(
                HttpMethod.Get, "/", null, ("x-auth-user", "admin"), ("x-auth-role", "Admin"));

            answer.Status.ShouldBe(401, authorization);
            answer.Header("www-authenticate").ShouldBe("Bearer");
        }

        (await new ServiceClient(_http).GetAsync("/unleash-pat-verify")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("verifying.md")]
    [InlineData("unleash.md")]
    public async Task While_the_service_is_away_the_answer_is_503_and_not_401(string page)
    {
        await StartAsync(page);
        var token = await IssueForAliceAsync();
        await _process.KillAsync(Cancel);

        var answer = await new ServiceClient(_http, authorization: token.Secret).GetAsync("/");

        answer.Status.ShouldBe(503);
        answer.Header("retry-after").ShouldBe("1");
    }

    [Fact]
    public async Task Unleash_gets_its_own_credentials_untouched_and_the_secret_of_the_proxy()
    {
        await StartAsync("unleash.md");

        foreach (var own in new[] { "default:development.unleash-insecure-api-token", "*:*.an-admin-token-of-unleash", "Bearer *:development.x", null })
        {
            var answer = await new ServiceClient(_http, "unleash-session=abc", own).SendAsync(
                HttpMethod.Get, "/api/client/features", null, ("x-auth-user", "admin"), ("x-proxy-secret", "guess"));

            var received = answer.Read<ServiceBehindProxy.Received>();
            received.Header("authorization").ShouldBe(own);
            received.Header("cookie").ShouldBe("unleash-session=abc");
            received.Header("x-proxy-secret").ShouldBe("the-shared-secret");
            received.Headers.Keys.ShouldNotContain(name => Told.Contains(name));
        }

        var ofUnleash = await new ServiceClient(_http, authorization: "bearer user:of-unleash").GetAsync("/");
        ofUnleash.Status.ShouldBe(401);
        ofUnleash.Json.GetProperty("name").GetString().ShouldBe("UnauthorizedError");
        var created = await new ServiceClient(_http, "unleash-session=abc").PostAsync("/api/admin/user/tokens", "{}");
        created.Status.ShouldBe(403);
        created.Json.GetProperty("name").GetString().ShouldBe("NoAccessError");
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        _http?.Dispose();
        await (_nginx?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_backend?.DisposeAsync() ?? ValueTask.CompletedTask);
        await DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [SuppressMessage("Security", "CA5359", Justification = "The certificate is the test's own.")]
    private async Task StartAsync(string page)
    {
        Assert.SkipUnless(RealNginx.IsInstalled, "There is no /usr/sbin/nginx; apt-get install nginx-light brings it.");
        _backend = await ServiceBehindProxy.StartAsync(Cancel);
        _process = Start();
        var service = await _process.ReadyAsync(Cancel);
        var secret = Path.Combine(_folder.FullName, "secret.conf");
        await File.WriteAllTextAsync(secret, ProxySecret, Cancel);
        var block = RealNginx.WithAddress(
            RealNginx.WithAddress(Documented.Block("nginx", "nginx", page), 5000, _backend.Address), 4240, _backend.Address)
            .Replace("/etc/nginx/unleash-proxy-secret.conf", secret, StringComparison.Ordinal);
        _nginx = await RealNginx.StartAsync(block, service, Cancel);
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true },
        })
        {
            BaseAddress = new Uri($"https://127.0.0.1:{_nginx.Port}"),
        };
        _admin = await new ServiceClient(ServiceClient.CreateHttp(service)).SignInAsync(TestService.AdminName, TestService.AdminPassword);
    }

    private async Task<IssuedToken> IssueForAliceAsync()
    {
        const string Password = "Correct-horse-battery-9";
        var created = await _admin.PostAsync(
            "/api/admin/user-admin",
            $$"""{"username":"alice","email":"alice@example.com","password":"{{Password}}","rootRole":3}""");
        created.Status.ShouldBe(201, created.Body);
        return await (await _admin.SignInAsync("alice", Password)).IssueAsync();
    }

    private Task<Answer> RevokeAsync(IssuedToken token) => _admin.SendAsync(
        HttpMethod.Post, "/oauth2/revoke", new FormUrlEncodedContent([KeyValuePair.Create("token", token.Secret)]));
}
