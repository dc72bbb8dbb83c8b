using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.TestSupport.BigDatabases;

namespace Unleash.Pat.Benchmarks;

/// <summary>The verb <c>generate</c>, which makes a big database.</summary>
internal static class GenerateVerb
{
    public const string Name = "generate";

    private const string Default = "1";

    private static readonly Option<int> Accounts = new("--accounts") { Description = "how many accounts", Required = true };

    private static readonly Option<int?> ServiceAccounts =
        new("--service-accounts") { Description = "how many of them are service accounts; one in a thousand where it is absent" };

    private static readonly Option<long> Tokens = new("--tokens") { Description = "how many tokens, spread over the accounts", Required = true };

    private static readonly Option<long> Events = new("--events") { Description = "how many events; none where it is absent" };

    private static readonly Option<string?> Database = new("--database") { Description = "the SQLite file to create" };

    private static readonly Option<string?> Connection =
        new("--sql-server") { Description = "the connection string of an empty SQL Server database, or of one to create" };

    private static readonly Option<string?> Secrets = new("--secrets") { Description = "a file for the secrets of the tokens, one a line" };

    private static readonly Option<long?> Sample =
        new("--sample") { Description = "how many secrets to write, spread over all tokens; all where it is absent" };

    private static readonly Option<string> Seed =
        new("--seed") { Description = "what the secrets are derived from", DefaultValueFactory = _ => Default };

    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Benchmarks of Unleash.Pat.");
        var verb = new Command(Name, "Create a big database that the service opens, with tokens that it verifies. Anyone who knows the seed knows the secrets.")
        {
            Accounts, ServiceAccounts, Tokens, Events, Database, Connection, Secrets, Sample, Seed,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(Database) is null == result.GetValue(Connection) is null)
            {
                result.AddError("Give either --database or --sql-server.");
            }

            if (result.GetValue(Sample) is <= 0)
            {
                result.AddError("--sample must be positive.");
            }
        });
        verb.SetAction(GenerateAsync);
        root.Subcommands.Add(verb);
        return root.Parse(arguments).InvokeAsync();
    }

    private static async Task<int> GenerateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var size = SizeOf(parsed);
            var database = new BigDatabase(
                ConfigurationOf(parsed), size, TimeProvider.System, step => Console.WriteLine($"{watch.Elapsed:mm\\:ss} {step}"));
            await using var secrets = SecretsFile.Create(parsed.GetValue(Secrets), size.Tokens, parsed.GetValue(Sample));
            await database.GenerateAsync(secrets.Write, cancellationToken);
            Console.WriteLine($"{watch.Elapsed:mm\\:ss} Done. The administrator is {BigDatabase.Administrator} with the password {BigDatabase.Password}.");
            return 0;
        }
        catch (Exception exception) when (exception is StartupException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static BigDatabaseSize SizeOf(ParseResult parsed)
    {
        var accounts = parsed.GetValue(Accounts);
        return new BigDatabaseSize(
            accounts,
            parsed.GetValue(ServiceAccounts) ?? accounts / 1000,
            parsed.GetValue(Tokens),
            parsed.GetValue(Events),
            parsed.GetValue(Seed)!);
    }

    private static IConfigurationRoot ConfigurationOf(ParseResult parsed) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = parsed.GetValue(Connection) is null ? "Sqlite" : "SqlServer",
            ["ConnectionStrings:UnleashPat"] = parsed.GetValue(Connection) ?? $"Data Source={parsed.GetValue(Database)}",
        })
        .Build();
}
