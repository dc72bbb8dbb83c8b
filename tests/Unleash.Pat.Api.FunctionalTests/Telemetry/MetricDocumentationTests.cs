using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Telemetry;

/// <summary>docs/operations.md and the dashboard have every metric; the dashboard and the alerts use no other.</summary>
[OneEngineOnly("The metrics of SQLite are all there are; SQL Server has no groups of writes.")]
public sealed partial class MetricDocumentationTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    protected override ServiceOptions Options => new()
    {
        // Its metrics begin where it is on. Nothing is sent, because nothing happens that is told.
        Settings = new Dictionary<string, string>
        {
            ["Notifications:Webhook:Url"] = "http://127.0.0.1:9/",
            ["Notifications:Webhook:Secret"] = "a secret of 24 characters",
        },
    };

    [Fact]
    public async Task Every_metric_is_documented_with_its_unit_and_no_other_is() =>
        DocumentedMetric().Matches(Documents.Operations).Select(match => (match.Groups["name"].Value, match.Groups["unit"].Value)).Order()
            .ShouldBe((await InstrumentsAsync()).Select(instrument => (instrument.Name, instrument.Unit!)).Order());

    [Fact]
    public async Task The_dashboard_and_the_alerts_use_metrics_that_there_are()
    {
        var series = (await InstrumentsAsync()).SelectMany(SeriesOf).ToList();

        Documents.Queries.Count.ShouldBeGreaterThan(10);
        Documents.AlertNames.Count.ShouldBeGreaterThan(3);
        Documents.Named.Where(name => name.StartsWith("unleash_pat_", StringComparison.Ordinal)).Except(series).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_dashboard_shows_every_metric() =>
        (await InstrumentsAsync()).Where(instrument => !SeriesOf(instrument).Intersect(Documents.Shown).Any()).Select(instrument => instrument.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Every_alert_has_a_section_that_says_what_to_do()
    {
        foreach (var alert in Documents.AlertNames)
        {
            Documents.Operations.ShouldContain($"\n### {alert}\n");
            Documents.Alerts.ShouldContain($"operations.md#{alert.ToLowerInvariant()}");
        }
    }

    // Some metrics begin with their first measurement.
    private async Task<IReadOnlyList<Instrument>> InstrumentsAsync()
    {
        await Service.Anonymous.SignInAsync(TestService.AdminName, TestService.AdminPassword);
        await Service.Anonymous.WithAuthorization("user:nothing").GetAsync(ServiceClient.Me);
        var meters = Service.Services.GetRequiredService<IMeterFactory>();
        var instruments = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Unleash.Pat" && instrument.Meter.Scope == meters)
                {
                    instruments.Add(instrument);
                }
            },
        };
        listener.Start();
        return instruments;
    }

    // As OpenTelemetry's exporter names them.
    private static IEnumerable<string> SeriesOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "");
        var kind = instrument.GetType().Name;
        return kind.StartsWith("Histogram", StringComparison.Ordinal) ? [$"{name}_bucket", $"{name}_sum", $"{name}_count"]
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? [$"{name}_total"]
            : [name];
    }

    [GeneratedRegex(@"^\| `(?<name>unleash_pat\.[a-z_.]+)` \| `(?<unit>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedMetric();
}
