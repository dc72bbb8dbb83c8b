using System.Text.Json;
using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Telemetry;

/// <summary>The dashboard, the alerts and the documentation of the metrics.</summary>
internal static partial class Documents
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Root, "docs", "monitoring");

    public static string Operations { get; } = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "operations.md"));

    public static string Alerts { get; } = File.ReadAllText(Path.Combine(Folder, "alerts.yml"));

    /// <summary>The names of the alerts.</summary>
    public static IReadOnlyList<string> AlertNames { get; } = [.. AlertName().Matches(Alerts).Select(match => match.Groups["name"].Value)];

    /// <summary>The queries of the dashboard.</summary>
    public static IReadOnlyList<string> Queries { get; } = [.. QueriesOf(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "dashboard.json"))).RootElement)];

    /// <summary>Every series that the dashboard and the alerts ask for.</summary>
    public static IReadOnlyList<string> Named { get; } =
        NamedIn(Queries.Concat(Expression().Matches(Alerts).Select(match => match.Groups["query"].Value)));

    /// <summary>Every series that the dashboard shows.</summary>
    public static IReadOnlyList<string> Shown { get; } = NamedIn(Queries);

    /// <summary>The series that a scrape may have: histograms have three of each family.</summary>
    public static IEnumerable<string> SeriesOf(PrometheusText scrape) =>
        scrape.Families.SelectMany(family => new[] { family, $"{family}_bucket", $"{family}_sum", $"{family}_count" });

    private static List<string> NamedIn(IEnumerable<string> queries) =>
        [.. queries.SelectMany(query => Series().Matches(Labels().Replace(query, "")).Select(match => match.Value)).Distinct()];

    private static IEnumerable<string> QueriesOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.NameEquals("expr")
            ? [property.Value.GetString()!]
            : QueriesOf(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(QueriesOf),
        _ => [],
    };

    [GeneratedRegex(@"^ +- alert: (?<name>\w+)$", RegexOptions.Multiline)]
    private static partial Regex AlertName();

    [GeneratedRegex(@"^ +expr: (?<query>.+)$", RegexOptions.Multiline)]
    private static partial Regex Expression();

    // Labels, ranges and what follows "by" are no names of series.
    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|\b(by|without) ?\([^)]*\)")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(up|[a-z]+_[a-z_]+)\b(?!\()")]
    private static partial Regex Series();
}
