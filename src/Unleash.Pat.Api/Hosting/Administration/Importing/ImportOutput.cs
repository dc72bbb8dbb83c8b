using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unleash.Pat.Api.Http;
using Unleash.Pat.Application.Importing;

namespace Unleash.Pat.Api.Hosting.Administration.Importing;

/// <summary>Writes what an import did to standard output.</summary>
internal static class ImportOutput
{
    private static readonly JsonSerializerOptions Options = new(WireJson.CreateOptions())
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task WriteAsync(ImportReport report, bool isJson, CancellationToken cancellationToken)
    {
        if (isJson)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Options).AsMemory(), cancellationToken);
            return;
        }

        foreach (var note in report.Notes)
        {
            await Console.Out.WriteLineAsync(
                $"{Named(note.Outcome)} {Named(note.Kind)} {TerminalText.Of($"{note.Id} ({note.Name}): {note.Text}")}".AsMemory(), cancellationToken);
        }

        await WriteCountsAsync("users", report.Users);
        await WriteCountsAsync("service accounts", report.ServiceAccounts);
        await WriteCountsAsync("tokens", report.Tokens);
        await Console.Out.WriteLineAsync(
            $"From {TerminalText.Of(report.Source)}.{(report.IsDryRun ? " Nothing was changed: this was a dry run." : "")}".AsMemory(), cancellationToken);
    }

    private static Task WriteCountsAsync(string what, ImportCounts counts) => Console.Out.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {counts.Taken} taken ({counts.Changed} of them changed), {counts.Earlier} taken before, {counts.Left} left"));

    private static string Named(ImportOutcome outcome) => outcome == ImportOutcome.Left ? "left" : "changed";

    private static string Named(ImportedKind kind) => kind switch
    {
        ImportedKind.User => "user",
        ImportedKind.ServiceAccount => "service account",
        _ => "token",
    };
}
