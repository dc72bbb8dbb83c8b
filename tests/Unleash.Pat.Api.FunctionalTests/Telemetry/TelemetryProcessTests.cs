using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Telemetry;

/// <summary>What the program sends and shows of itself, as it runs in production.</summary>
[OneEngineOnly("It is about the process, which no engine changes; the metrics of writes in groups are SQLite's.")]
public sealed partial class TelemetryProcessTests : ProcessTests<SqliteEngine>
{
    private const string Wrong = "incorrect donkey battery";

    [Fact]
    public async Task Off_shows_nothing_and_loads_nothing()
    {
        var service = Start();
        var client = await ClientAsync(service);
        await client.TrySignInAsync(TestService.AdminName, TestService.AdminPassword);

        (await client.GetAsync("/metrics")).ShouldBeError(404, "NotFoundError");
        service.MappedFiles.ShouldContain(file => file.EndsWith("Unleash.Pat.Api.dll", StringComparison.Ordinal));
        foreach (var unused in new[] { "OpenTelemetry", "OpenIdConnect", "Microsoft.IdentityModel", "MailKit", "MimeKit", "SqlClient" })
        {
            service.MappedFiles.ShouldNotContain(file => file.Contains(unused, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task On_counts_what_was_done_and_tells_no_secret()
    {
        await using var receiver = await OtlpReceiver.StartAsync(Cancel);
        var service = Start(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"),
            ("OTEL_BLRP_SCHEDULE_DELAY", "100"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
            ("Telemetry:PrometheusUrl", "http://127.0.0.1:0"));
        var client = await ClientAsync(service);
        var secrets = await UseAsync(client);

        (await client.GetAsync("/metrics")).ShouldBeError(404, "NotFoundError");
        var text = await ScrapeAsync(service);
        ShouldHaveCounted(PrometheusText.Parse(text));
        Documents.Named.Except(Documents.SeriesOf(PrometheusText.Parse(text))).Where(name => !name.StartsWith("unleash_pat_", StringComparison.Ordinal))
            .ShouldBe(["up"], "The dashboard and the alerts use metrics of the framework that there are.");
        service.MappedFiles.ShouldContain(file => file.Contains("OpenTelemetry", StringComparison.Ordinal));

        await ShouldArriveAsync(receiver, "/v1/traces", "verify token", "commit writes");
        await ShouldArriveAsync(receiver, "/v1/metrics", "unleash_pat.verifications", "http.server.request.duration");
        await ShouldArriveAsync(receiver, "/v1/logs", "was refused");
        foreach (var told in new[] { text, receiver.Received("/v1/traces"), receiver.Received("/v1/metrics"), receiver.Received("/v1/logs") })
        {
            secrets.ShouldAllBe(secret => !told.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Address().Matches(told).Select(match => match.Value).Where(address => !receiver.Address.Contains(address, StringComparison.Ordinal)).ShouldBeEmpty();
        }

        var line = service.Output.First(line => line.Contains("POST auth/simple/login was refused", StringComparison.Ordinal));
        line.ShouldMatch("\"TraceId\":\"[0-9a-f]{32}\",\"SpanId\":\"[0-9a-f]{16}\"");
    }

    [Fact]
    public async Task A_client_that_has_stopped_in_the_middle_of_a_scrape_is_not_waited_for()
    {
        var service = Start(HalfRequest.LongStop, ("Telemetry:PrometheusUrl", "http://127.0.0.1:0"));
        await service.ReadyAsync(Cancel);
        using var client = await HalfRequest.SendAsync(await MetricsAsync(service), "GET /metrics HTTP/1.1\r\nHost: loc", Cancel);

        (await service.TerminateAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task The_services_own_port_is_refused_by_its_name()
    {
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        var service = Run([("Telemetry:PrometheusUrl", address)], ["--urls", address]);

        (await service.ExitAsync(Cancel)).ShouldBe(1);
        service.Errors.ShouldContain($"The address {address} has the port of Telemetry:PrometheusUrl");
    }

    [Theory]
    [InlineData("Telemetry:PrometheusUrl", "http://localhots:9464", "Telemetry:PrometheusUrl must be an address to listen at")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "OTEL_EXPORTER_OTLP_ENDPOINT must be an address")]
    public async Task An_address_that_is_none_stops_the_start(string key, string value, string reason) =>
        await ShouldBeRefusedAsync(Start((key, value)), reason);

    // Twice from memory, once read, once wrong; and a secret wherever a person can put one.
    private static async Task<IReadOnlyList<string>> UseAsync(ServiceClient client)
    {
        const string email = "ada.lovelace@example.com";
        await client.TrySignInAsync(TestService.AdminName, Wrong);
        await client.SignInAsync(TestService.AdminName, TestService.AdminPassword);
        var account = await client.SignInByEmailAsync(email);
        var token = await account.IssueAsync();
        var holder = client.WithAuthorization($"Bearer {token.Secret}");
        (await holder.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await holder.GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
        (await holder.GetAsync("/auth/verify")).Status.ShouldBe(200);
        (await holder.GetAsync($"/auth/verify/{token.Secret}?token={token.Secret}")).Status.ShouldBe(200);
        (await client.WithAuthorization(token.Secret[..^1]).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
        await client.GetAsync($"/api/{token.Secret}?token={token.Secret}");
        await client.GetAsync($"/auth/reset/validate?token={token.Secret}");
        await client.SendAsync(HttpMethod.Get, "/nowhere", null, ("user-agent", token.Secret), ("x-forwarded-for", "203.0.113.77"));
        return [token.Secret[8..30], token.Secret[31..68], Wrong, TestService.AdminPassword, TestService.AdminToken, account.Cookie!.Split('=')[1], email];
    }

    private static void ShouldHaveCounted(PrometheusText scrape)
    {
        scrape.Sum("unleash_pat_verifications_total", ("outcome", "accepted"), ("way", "database")).ShouldBe(1);
        scrape.Sum("unleash_pat_verifications_total", ("outcome", "accepted"), ("way", "memory")).ShouldBe(3);
        scrape.Sum("unleash_pat_verifications_total", ("outcome", "malformed")).ShouldBe(1);
        scrape.Sum("unleash_pat_sign_ins_total", ("method", "password"), ("outcome", "wrong_credentials")).ShouldBe(1);
        scrape.Sum("unleash_pat_sign_ins_total", ("method", "password"), ("outcome", "succeeded")).ShouldBe(1);
        scrape.Sum("unleash_pat_sign_ins_total", ("method", "demo"), ("outcome", "succeeded")).ShouldBe(1);
        scrape.Sum("unleash_pat_tokens_remembered").ShouldBe(1);
        scrape.Sum("unleash_pat_feed_age_seconds").ShouldBeLessThan(60);
        scrape.Sum("unleash_pat_write_group_size_sum", ("outcome", "committed")).ShouldBeGreaterThan(1);
        scrape.Sum("http_server_request_duration_seconds_count", ("http_route", "api/admin/user")).ShouldBe(3);
        scrape.Sum("http_server_request_duration_seconds_count", ("http_route", "/auth/verify")).ShouldBe(2);
        scrape.Families.Count(family => family.StartsWith("dotnet_", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
    }

    private static async Task<Uri> MetricsAsync(RealService service)
    {
        var address = await Eventually.GetAsync(
            () => Task.FromResult(service.Output.Select(line => Prometheus().Match(line)).FirstOrDefault(match => match.Success)?.Groups["address"].Value),
            found => found is not null,
            null,
            Cancel);
        return new Uri(address!);
    }

    private static async Task<string> ScrapeAsync(RealService service)
    {
        var address = await MetricsAsync(service);
        using var http = new HttpClient();
        return await Eventually.GetAsync(
            () => http.GetStringAsync(address, Cancel),

            // Counted by housekeeping, a moment after the start.
            text => text.Contains("unleash_pat_tokens{", StringComparison.Ordinal),
            null,
            Cancel);
    }

    private static async Task ShouldArriveAsync(OtlpReceiver receiver, string path, params string[] texts)
    {
        var received = await Eventually.GetAsync(
            () => Task.FromResult(receiver.Received(path)),
            found => texts.All(text => found.Contains(text, StringComparison.Ordinal)),
            null,
            Cancel);
        texts.ShouldAllBe(text => received.Contains(text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"metrics at (?<address>http://127\.0\.0\.1:\d+/metrics)\.")]
    private static partial Regex Prometheus();

    [GeneratedRegex(@"\b(127\.0\.0\.1|203\.0\.113\.77)\b")]
    private static partial Regex Address();
}
