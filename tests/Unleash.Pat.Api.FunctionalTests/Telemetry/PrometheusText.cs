using System.Globalization;
using System.Text.RegularExpressions;

namespace Unleash.Pat.Api.FunctionalTests.Telemetry;

/// <summary>A scrape, read as strictly as Prometheus's text format 0.0.4 is written.</summary>
internal sealed partial class PrometheusText
{
    private readonly Dictionary<string, string> _types = [];
    private readonly HashSet<string> _ended = [];
    private readonly HashSet<string> _helped = [];
    private readonly List<Sample> _samples = [];
    private string _family = "";

    private PrometheusText(string text)
    {
        text.ShouldEndWith("\n", customMessage: "The last line ends too.");
        text.ShouldNotContain('\r');
        foreach (var line in text[..^1].Split('\n'))
        {
            Read(line);
        }

        _samples.Select(sample => sample.Key).ShouldBeUnique("A series occurs once.");
        foreach (var (family, _) in _types.Where(type => type.Value == "histogram"))
        {
            CheckHistogram(family);
        }
    }

    /// <summary>The names of the families.</summary>
    public IReadOnlyCollection<string> Families => _types.Keys;

    public static PrometheusText Parse(string text) => new(text);

    /// <summary>The sum of the samples of a name that have these labels; 0 where there is none.</summary>
    public double Sum(string name, params (string Name, string Value)[] labels) => _samples
        .Where(sample => sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value))
        .Sum(sample => sample.Value);

    private void Read(string line)
    {
        if (Help().Match(line) is { Success: true } help)
        {
            _helped.Add(help.Groups["name"].Value).ShouldBeTrue(line);
            Begin(help.Groups["name"].Value);
        }
        else if (Type().Match(line) is { Success: true } type)
        {
            var name = type.Groups["name"].Value;
            Begin(name);
            _types.TryAdd(name, type.Groups["type"].Value).ShouldBeTrue($"{name} has its type once.");
            _samples.ShouldNotContain(sample => sample.Name == name, $"The type of {name} comes before its samples.");
        }
        else if (!Comment().IsMatch(line))
        {
            var sample = Sample.Parse(line);
            FamilyOf(sample.Name).ShouldBe(_family, $"The samples of a family are together, after its type: {line}");
            _samples.Add(sample);
        }
    }

    private void Begin(string family)
    {
        if (family != _family)
        {
            _ended.Add(_family);
            _ended.ShouldNotContain(family, "The lines of a family are together.");
            _family = family;
        }
    }

    private string FamilyOf(string name)
    {
        var stem = Suffix().Replace(name, "");
        return stem != name && _types.GetValueOrDefault(stem) is "histogram" or "summary" ? stem : name;
    }

    private void CheckHistogram(string family)
    {
        var series = _samples.Where(sample => sample.Name == $"{family}_bucket").GroupBy(sample => sample.KeyWithout("le")).ToList();
        series.ShouldNotBeEmpty(family);
        foreach (var buckets in series)
        {
            var bounds = buckets.Select(bucket => Sample.Number(bucket.Labels["le"])).ToList();
            bounds.ShouldBeInOrder(SortDirection.Ascending, $"The bounds of {family} rise.");
            bounds[^1].ShouldBe(double.PositiveInfinity, family);
            var values = buckets.Select(bucket => bucket.Value).ToList();
            values.ShouldBeInOrder(SortDirection.Ascending, $"The buckets of {family} are cumulative.");
            _samples.Single(sample => sample.Name == $"{family}_count" && sample.KeyWithout("le") == buckets.Key).Value.ShouldBe(values[^1]);
            _samples.ShouldContain(sample => sample.Name == $"{family}_sum" && sample.KeyWithout("le") == buckets.Key);
        }
    }

    [GeneratedRegex(@"^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) ([^\\]|\\[\\n])*$")]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram|summary|untyped)$")]
    private static partial Regex Type();

    [GeneratedRegex("^# (?!HELP |TYPE )")]
    private static partial Regex Comment();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    private sealed partial record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
    {
        public string Key => $"{Name} {KeyWithout("")}";

        public string KeyWithout(string label) =>
            string.Join(',', Labels.Where(pair => pair.Key != label).Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));

        public static Sample Parse(string line)
        {
            var match = Form().Match(line);
            match.Success.ShouldBeTrue(line);
            var (names, values) = (match.Groups["label"].Captures, match.Groups["value"].Captures);
            var labels = new Dictionary<string, string>();
            for (var index = 0; index < names.Count; index++)
            {
                labels.TryAdd(names[index].Value, values[index].Value).ShouldBeTrue($"A label occurs once: {line}");
            }

            return new Sample(match.Groups["name"].Value, labels, Number(match.Groups["number"].Value));
        }

        public static double Number(string text) => text switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        };

        [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\]|\\["\\n])*)"(,(?!\})|(?=\})))*\})? (?<number>[^ ]+)( -?\d+)?$""")]
        private static partial Regex Form();
    }
}
