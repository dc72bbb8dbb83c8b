using System.Diagnostics.CodeAnalysis;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>The service behind nginx, each as docs/operations.md has it.</summary>
[OneEngineOnly("It is about HTTP, which no engine changes.")]
public sealed class BehindNginxTests : ProcessTests<SqliteEngine>
{
    private const string Login = $$"""{"username":"{{TestService.AdminName}}","password":"{{TestService.AdminPassword}}"}""";

    [Theory]
    [InlineData("nginx at the root", "tokens.example.com", "")]
    [InlineData("nginx below a path", "tools.example.com", "/unleash")]
    [InlineData("nginx that rewrites Host and takes the path off", "tools.example.com", "/unleash")]
    [InlineData("nginx behind another proxy", "tokens.example.com", "")]
    public async Task Signing_in_creating_a_token_and_signing_out_work_as_documented(string heading, string host, string path)
    {
        Assert.SkipUnless(RealNginx.IsInstalled, "There is no /usr/sbin/nginx; apt-get install nginx-light brings it.");
        var block = Documented.Block(heading, "nginx");
        var service = await Start(Documented.Settings(heading)).ReadyAsync(Cancel);
        await using var nginx = await RealNginx.StartAsync(block, new Uri(service.GetLeftPart(UriPartial.Authority)), Cancel);
        using var http = Http(nginx.Port, block.Contains("ssl;", StringComparison.Ordinal));
        (string, string)[] headers =
            [("host", host), ("origin", $"https://{host}"), ("x-forwarded-for", "198.51.100.7"), ("x-forwarded-proto", "https")];
        var anonymous = new ServiceClient(http);

        var page = await anonymous.SendAsync(HttpMethod.Get, $"{path}/login", null, headers);
        var login = await anonymous.SendAsync(HttpMethod.Post, path + ServiceClient.Login, ServiceClient.Json(Login), headers);
        var client = anonymous.WithCookie(login.SessionCookie());
        var issued = await client.SendAsync(HttpMethod.Post, path + ServiceClient.Tokens, ServiceClient.Json("{}"), headers);
        var read = await client.SendAsync(HttpMethod.Get, issued.Header("location").ShouldNotBeNull(), null, headers);
        var foreign = await client.SendAsync(
            HttpMethod.Post, path + ServiceClient.Tokens, ServiceClient.Json("{}"), [.. headers.Where(header => header.Item1 != "origin"), ("origin", "https://evil.example")]);
        var logout = await client.SendAsync(HttpMethod.Post, $"{path}/logout", null, headers);
        var after = await client.SendAsync(HttpMethod.Get, path + ServiceClient.Me, null, headers);

        page.Status.ShouldBe(200);
        page.Body.ShouldContain($"<base href=\"{path}/\" />");
        page.Header("strict-transport-security").ShouldNotBeNull();
        login.Header("set-cookie").ShouldNotBeNull().ShouldContain("; secure");
        login.Header("set-cookie").ShouldNotBeNull().ShouldContain($"path={(path.Length == 0 ? "/" : path)};");
        issued.Status.ShouldBe(201, issued.Body);
        issued.Header("location").ShouldNotBeNull().ShouldStartWith($"{path}/api/admin/user/tokens/");
        read.Status.ShouldBe(200, read.Body);
        foreign.ShouldBeError(403, "NoAccessError").Message.ShouldContain($"https://{host}");
        logout.Status.ShouldBe(302);
        logout.Header("location").ShouldBe($"{path}/signed-out");
        after.ShouldBeError(401, "AuthenticationRequired");
    }

    [Fact]
    public async Task Behind_two_proxies_the_client_is_the_one_before_them()
    {
        Assert.SkipUnless(RealNginx.IsInstalled, "There is no /usr/sbin/nginx; apt-get install nginx-light brings it.");
        const string Heading = "nginx behind another proxy";
        var service = await Start(Documented.Settings(Heading)).ReadyAsync(Cancel);
        await using var nginx = await RealNginx.StartAsync(Documented.Block(Heading, "nginx"), service, Cancel);
        using var http = Http(nginx.Port, isSecure: false);
        var client = new ServiceClient(http);

        var login = await client.SendAsync(
            HttpMethod.Post, ServiceClient.Login, ServiceClient.Json(Login), ("x-forwarded-for", "203.0.113.9, 198.51.100.7, 10.0.0.2"));

        var sessions = await client.WithCookie(login.SessionCookie()).GetAsync("/api/admin/user/sessions");
        sessions.Json.GetProperty("sessions")[0].GetProperty("address").GetString().ShouldBe("198.51.100.7");
    }

    [Fact]
    public async Task Without_a_proxy_the_service_has_a_certificate_of_its_own()
    {
        var service = Run(
            [],
            [],
            prepare: folder =>
            {
                var (certificate, key) = (Path.Combine(folder, "a.pem"), Path.Combine(folder, "a.key"));
                SelfMadeCertificate.Write(certificate, key);
                File.WriteAllText(Path.Combine(folder, "appsettings.json"), Documented.Block("Without a proxy: a certificate of its own", "json")
                    .Replace("*:443", "127.0.0.1:0", StringComparison.Ordinal)
                    .Replace("/etc/ssl/tokens.example.com.pem", certificate, StringComparison.Ordinal)
                    .Replace("/etc/ssl/tokens.example.com.key", key, StringComparison.Ordinal));
            });
        var address = await service.ReadyAsync(Cancel);
        using var http = Http(address.Port, isSecure: true);

        address.Scheme.ShouldBe("https");
        (await new ServiceClient(http).GetAsync("/ready")).Status.ShouldBe(200);
    }

    [SuppressMessage("Security", "CA5359", Justification = "The certificate is the test's own.")]
    private static HttpClient Http(int port, bool isSecure) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    })
    {
        BaseAddress = new Uri($"{(isSecure ? "https" : "http")}://127.0.0.1:{port}"),
    };
}
