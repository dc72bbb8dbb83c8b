using System.CommandLine;
using Unleash.Pat.Application.Importing;

namespace Unleash.Pat.Api.Hosting.Administration.Importing;

/// <summary><c>dotnet Unleash.Pat.Api.dll import …</c>: accounts and tokens from elsewhere, also while the service runs.</summary>
internal static class ImportCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "change nothing, and say what would be done" };
    private static readonly Option<bool> Json = new("--json") { Description = "write the report as JSON" };

    public static Command Create(AdministrationRunner run) => new("import", "Take accounts and tokens from elsewhere. What is here stays as it is.")
    {
        FromUnleash(run),
        FromCsv(run),
    };

    private static Command FromUnleash(AdministrationRunner run)
    {
        var from = new Option<string>("--from")
        {
            Required = true,
            Description = "the connection string of Unleash's PostgreSQL database, or its DATABASE_URL; the password can be in PGPASSWORD or the file that PGPASSFILE names",
        };
        var command = new Command("unleash", "Take the users, service accounts and personal access tokens of an Unleash. Passwords and tokens keep working.")
        {
            from, DryRun, Json,
        };
        command.SetAction((parsed, cancel) => run(
            (administration, token) => ImportAsync(
                administration, administration.UnleashDatabases.Open(parsed.GetRequiredValue(from)), parsed, token),
            cancel));
        return command;
    }

    private static Command FromCsv(AdministrationRunner run)
    {
        var users = new Option<string>("--users") { Required = true, Description = "the file of the accounts" };
        var tokens = new Option<string>("--tokens") { Description = "the file of their tokens" };
        var command = new Command("csv", "Take accounts and tokens from CSV files. Nothing is taken while a file has an error.")
        {
            users, tokens, DryRun, Json,
        };
        command.SetAction((parsed, cancel) => run(
            (administration, token) => ImportAsync(
                administration, new CsvSource(parsed.GetRequiredValue(users), parsed.GetValue(tokens)), parsed, token),
            cancel));
        return command;
    }

    private static async Task ImportAsync(
        Administration administration, IImportSource source, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using (source)
        {
            var report = await administration.Mediator.Send(
                new ImportAccountsCommand(source, parsed.GetValue(DryRun)), cancellationToken);
            await ImportOutput.WriteAsync(report, parsed.GetValue(Json), cancellationToken);
        }
    }
}
