using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Telemetry;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Application.Authentication.Monitoring;

/// <summary>Reports what this node remembers and what it has yet to write, where anyone asks.</summary>
internal sealed class AuthenticationGauges(IMeterFactory meters, RevocationFeed feed, TokenVerifiers verifiers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = ServiceTelemetry.CreateMeter(meters);
        meter.CreateObservableGauge(
            "unleash_pat.feed.age", () => feed.Age.TotalSeconds, "s", "The time since this node began its last complete read of the revocations.");
        meter.CreateObservableCounter("unleash_pat.feed.revocations", () => feed.Revocations, "{revocation}", "Revocations that this node has read.");
        meter.CreateObservableUpDownCounter(
            "unleash_pat.feed.subscriptions", () => feed.Subscriptions, "{subscription}", "Services that follow the revocation feed of this node.");
        meter.CreateObservableUpDownCounter("unleash_pat.tokens.remembered", Remembered, "{token}", "Tokens that this node remembers.");
        meter.CreateObservableUpDownCounter(
            "unleash_pat.last_uses.pending", () => Pending().Sum(uses => uses.Count), "{token}", "Tokens whose last use is not written yet.");
        meter.CreateObservableGauge(
            "unleash_pat.last_uses.age", () => Pending().Max(uses => uses.Age.TotalSeconds), "s", "For how long the oldest use that is not written yet has waited.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private int Remembered() => verifiers.Of(TokenKind.Personal).Cache.Count + verifiers.Of(TokenKind.Admin).Cache.Count;

    private PendingUses[] Pending() =>
        [verifiers.Of(TokenKind.Personal).LastUsed.Pending(), verifiers.Of(TokenKind.Admin).LastUsed.Pending()];
}
