using Unleash.Pat.Application;
using Unleash.Pat.Application.Events.Chain;
using Unleash.Pat.Application.Events.Chain.Verification;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>What <c>events verify</c> and <c>events head</c> show.</summary>
internal static class EventLogText
{
    public static string Of(EventLogReport report) => string.Join('\n', LinesOf(report));

    public static string Of(ChainHead head) => head.Id == 0
        ? "Head: none, because no event is sealed yet."
        : Invariant($"Head: event {head.Id}, hash {Convert.ToBase64String(head.Hash)}, as of {UtcMillisecondsJsonConverter.ToText(head.At)}.");

    private static IEnumerable<string> LinesOf(EventLogReport report)
    {
        foreach (var sentence in report.Sentences)
        {
            yield return TerminalText.Of(sentence);
        }

        if (report.Faults > report.Sentences.Count)
        {
            yield return "…";
        }

        yield return report.Faults == 0 ? "The event log is whole." : Invariant($"The event log is not whole. Faults: {report.Faults}.");
        yield return $"Checked: {Events(report.Checked)}.";
        if (report.BeginsAfter > 0)
        {
            yield return Invariant($"Deleted by age: events up to event {report.BeginsAfter}.");
        }

        yield return $"Not sealed yet: {Events(report.NotSealed)}.";
        if (report.Archived > 0)
        {
            yield return $"Archive: {Events(report.Archived)}.";
        }

        if (report.Heads + report.OlderHeads > 0)
        {
            yield return Invariant($"Exported heads in the chain: {report.Heads}. Too old to compare: {report.OlderHeads}.");
        }

        if (report.Head is { } head)
        {
            yield return Of(head);
        }
    }

    private static string Events(long count) => count == 1 ? "1 event" : Invariant($"{count} events");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
