using System.Diagnostics;
using System.Diagnostics.Metrics;
using Unleash.Pat.Application.Telemetry;

namespace Unleash.Pat.Application.Authentication;

/// <summary>Counts verifications, and traces them.</summary>
public sealed class VerificationMetrics(IMeterFactory meters)
{
    private const string Way = "way";
    private const string Unavailable = "unavailable";

    private readonly Counter<long> _verifications = ServiceTelemetry.CreateMeter(meters).CreateCounter<long>(
        "unleash_pat.verifications", "{verification}", "Presented tokens that were verified, by outcome and way.");

    /// <summary>Whether anyone listens. Where nobody does, a verification takes nothing more than to ask this.</summary>
    public bool IsObserved => _verifications.Enabled || ServiceTelemetry.Source.HasListeners();

    /// <summary>Counts a verification.</summary>
    public void Count(TokenRefusal refusal, VerificationWay way) => Add(OutcomeOf(refusal), way);

    internal static Activity? Start() => ServiceTelemetry.Source.StartActivity("verify token");

    internal void End(Activity? span, TokenVerdict verdict)
    {
        Count(verdict.Refusal, verdict.Way);
        span?.SetTag(ServiceTelemetry.Outcome, OutcomeOf(verdict.Refusal)).SetTag(Way, NameOf(verdict.Way));
    }

    internal void EndUnavailable(Activity? span)
    {
        Add(Unavailable, VerificationWay.Database);
        span?.SetTag(ServiceTelemetry.Outcome, Unavailable).SetStatus(ActivityStatusCode.Error);
    }

    private void Add(string outcome, VerificationWay way) =>
        _verifications.Add(1, new(ServiceTelemetry.Outcome, outcome), new(Way, NameOf(way)));

    private static string NameOf(VerificationWay way) => way switch
    {
        VerificationWay.Memory => "memory",
        VerificationWay.Database => "database",
        VerificationWay.Configuration => "configuration",
        _ => "form",
    };

    private static string OutcomeOf(TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.None => "accepted",
        TokenRefusal.Malformed => "malformed",
        TokenRefusal.WrongSecret => "wrong_secret",
        TokenRefusal.Expired => "expired",
        TokenRefusal.Suspended => "suspended",
        TokenRefusal.Superseded => "superseded",
        TokenRefusal.Disabled => "disabled",
        _ => "unknown",
    };
}
