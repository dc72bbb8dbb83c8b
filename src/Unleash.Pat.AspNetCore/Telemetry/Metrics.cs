using System.Diagnostics.Metrics;

namespace Unleash.Pat.AspNetCore.Telemetry;

/// <summary>What the package reports of itself. README.md lists the instruments. No tag has a token, an id or a name.</summary>
internal sealed class Metrics
{
    private const string SchemeTag = "scheme";

    private readonly KeyValuePair<string, object?> _scheme;
    private readonly PerCoreCounter _remembered = new();
    private readonly Counter<long> _asked;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _unreachable;
    private readonly Counter<long> _trusted;
    private readonly Counter<long> _heard;
    private readonly Counter<long> _cuts;

    public Metrics(IMeterFactory factory, string scheme)
    {
        _scheme = new(SchemeTag, scheme);
        Meter = factory.Create(UnleashPatDefaults.MeterName);
        Meter.CreateObservableCounter(
            "unleash_pat.verifications.remembered", () => Now(_remembered.Total), "{verification}", "Valid tokens that were verified from memory.");
        _asked = Counter("unleash_pat.verifications.asked", "{question}", "Questions that were sent to the service.");
        _refused = Counter("unleash_pat.verifications.refused", "{verification}", "Tokens that were found invalid.");
        _unreachable = Counter("unleash_pat.verifications.unreachable", "{verification}", "Tokens that could not be verified.");
        _trusted = Counter("unleash_pat.verifications.trusted", "{verification}", "Tokens that were accepted without the service, by TrustRemembered.");
        _heard = Counter("unleash_pat.feed.events", "{event}", "Events of the revocation feed.");
        _cuts = Counter("unleash_pat.feed.cuts", "{cut}", "How often the revocation feed was lost.");
    }

    private Meter Meter { get; }

    /// <summary>Adds what is read when it is asked for.</summary>
    public void Observe(Func<bool> isFeedAlive, Func<int> tokens)
    {
        Meter.CreateObservableGauge("unleash_pat.feed.alive", () => Now(isFeedAlive() ? 1L : 0L), "{feed}", "1 while the revocation feed is alive, else 0.");
        Meter.CreateObservableUpDownCounter("unleash_pat.tokens.remembered", () => Now((long)tokens()), "{token}", "Tokens in memory; those that were revoked are counted until their place is needed.");
    }

    public void Remembered() => _remembered.Increment();

    public void Asked() => _asked.Add(1, _scheme);

    public void Refused() => _refused.Add(1, _scheme);

    public void Unreachable() => _unreachable.Add(1, _scheme);

    public void Trusted() => _trusted.Add(1, _scheme);

    public void Heard() => _heard.Add(1, _scheme);

    public void Cut() => _cuts.Add(1, _scheme);

    private Counter<long> Counter(string name, string unit, string description) => Meter.CreateCounter<long>(name, unit, description);

    private Measurement<long> Now(long value) => new(value, _scheme);
}
