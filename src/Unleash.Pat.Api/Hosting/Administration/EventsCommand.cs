using System.CommandLine;
using System.Text.Json;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Events.Chain.Verification;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary><c>dotnet Unleash.Pat.Api.dll events …</c>: whether the event log is as the service recorded it.</summary>
internal static class EventsCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "write JSON" };

    public static Command Create(AdministrationRunner run) => new("events", "Verify the event log, and show the head of its chain.")
    {
        Verify(run),
        Head(run),
    };

    private static Command Verify(AdministrationRunner run)
    {
        var archives = new Option<string[]>("--archive") { Description = "a folder of an archive to verify as well; can be given more than once" };
        var heads = new Option<string[]>("--heads") { Description = "a file of exported heads, which must be in the chain; can be given more than once" };
        var command = new Command("verify", "Find events that were changed, removed or inserted. The exit code is 1 where there are any.") { archives, heads, Json };
        command.SetAction((parsed, cancel) => run(
            async (administration, token) =>
            {
                var query = new VerifyEventsQuery(
                    [.. (parsed.GetValue(archives) ?? []).Select(ExistingFolder)], [.. (parsed.GetValue(heads) ?? []).Select(ExistingFile)]);
                var report = await administration.Mediator.Send(query, token);
                await Console.Out.WriteLineAsync((parsed.GetValue(Json) ? ToJson(report) : EventLogText.Of(report)).AsMemory(), token);
                administration.ExitCode = report.Faults == 0 ? 0 : 1;
            },
            cancel));
        return command;
    }

    private static Command Head(AdministrationRunner run)
    {
        var command = new Command("head", "Show the newest event that the chain covers, and its hash.") { Json };
        command.SetAction((parsed, cancel) => run(
            async (administration, token) =>
            {
                var head = await administration.Mediator.Send(new GetEventHeadQuery(), token);
                await Console.Out.WriteLineAsync((parsed.GetValue(Json)
                    ? JsonSerializer.Serialize(head, WireJson.CreateOptions())
                    : EventLogText.Of(head)).AsMemory(), token);
            },
            cancel));
        return command;
    }

    private static string ExistingFolder(string path) => Directory.Exists(path)
        ? path
        : throw new StartupException($"There is no folder at {path}.");

    private static string ExistingFile(string path) => File.Exists(path)
        ? path
        : throw new StartupException($"There is no file at {path}.");

    private static string ToJson(EventLogReport report) => JsonSerializer.Serialize(
        new
        {
            IsWhole = report.Faults == 0,
            report.Checked,
            report.NotSealed,
            report.BeginsAfter,
            report.Head,
            report.Archived,
            report.Heads,
            report.OlderHeads,
            report.Faults,
            report.Sentences,
        },
        WireJson.CreateOptions());
}
