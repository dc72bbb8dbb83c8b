using System.CommandLine;
using System.CommandLine.Help;
using Unleash.Pat.Api.Hosting.Administration;
using Unleash.Pat.Api.Hosting.Administration.Importing;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Api.Hosting;

/// <summary>The command line: commands, options and settings. Without a command the program serves.</summary>
internal static class CommandLine
{
    // The host's own options, which the host reads. ToolOptions are for tools that run the program, and not in the help.
    private static readonly (string Name, string Meaning)[] HostOptions =
    [
        ("--urls", $"where the service listens; {ServiceDefaults.Address} where it is absent"),
        ("--environment", "Production, where it is absent, or Development"),
        (SecretFiles.Option, "a folder with a file for each setting, such as mounted secrets; docs/configuration.md"),
    ];

    private const string CreateDatabase = "--create-database";

    private static readonly string[] ToolOptions =
    [
        "--http_ports", "--https_ports", "--applicationName", "--contentRoot", "--webroot", "--startupAssembly",
        "--hostingStartupAssemblies", "--hostingStartupExcludeAssemblies", "--preventHostingStartup", "--detailedErrors",
        "--captureStartupErrors", "--preferHostingUrls", "--suppressStatusMessages", "--shutdownTimeoutSeconds",
        "--staticWebAssets", "--forwardedHeaders_Enabled",
    ];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            return await ParseAndRunAsync(arguments);
        }
        catch (StartupException exception)
        {
            return await StartupFaults.ReportAsync(exception.Message);
        }
    }

    private static async Task<int> ParseAndRunAsync(string[] arguments)
    {
        var names = HostOptions.Select(option => option.Name).Concat(ToolOptions).ToList();
        var (settings, others) = SettingArguments.Split(arguments, names);
        if (others.Count == 0 || IsForHostAlone(others, names))
        {
            return await ServiceProcess.ServeAsync([.. settings, .. others], createAgain: false);
        }

        var parsed = Root([.. settings, .. ForHost(others, names)]).Parse(others, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            return await StartupFaults.ReportAsync(UsageFaults.Sentence(parsed), Failure(parsed));
        }

        // The host ends the service on a signal, and StartupFaults reports every fault.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    // What most starts have, for which the parser need not be loaded: options of the host, each with a value.
    private static bool IsForHostAlone(List<string> arguments, List<string> names)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var (name, value) = arguments[index].Split('=', 2) is [var option, var text] ? (option, text) : (arguments[index], arguments.ElementAtOrDefault(++index));
            if (!names.Contains(name) || string.IsNullOrEmpty(value) || value.StartsWith('-'))
            {
                return false;
            }
        }

        return true;
    }

    // Not those of the commands: the host would read `--from x` and `Host=x` as settings.
    private static IEnumerable<string> ForHost(List<string> arguments, List<string> names)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var option = arguments[index].Split('=', 2);
            if (!names.Contains(option[0]))
            {
                continue;
            }

            yield return arguments[index];
            if (option.Length == 1 && index + 1 < arguments.Count)
            {
                yield return arguments[++index];
            }
        }
    }

    private static RootCommand Root(string[] hostArguments)
    {
        var root = new RootCommand("Unleash.Pat, a personal access token service. Without a command it serves.");
        root.Directives.Clear();

        // As arrays, because the host accepts an option more than once; the last counts.
        foreach (var option in HostOptions.Select(option => new Option<string[]>(option.Name) { Description = option.Meaning, Recursive = true })
            .Concat(ToolOptions.Select(name => new Option<string[]>(name) { Hidden = true, Recursive = true })))
        {
            root.Options.Add(option);
        }

        var create = new Option<bool>(CreateDatabase)
        {
            Description = "create the database where it is missing, also where there was one before, and on Azure SQL",
        };
        root.Options.Add(create);
        root.SetAction((parsed, _) => ServiceProcess.ServeAsync(hostArguments, parsed.GetValue(create)));
        var migrate = new Command(MigrateCommand.Name, "Create and migrate the database, and end.") { create };
        migrate.SetAction((parsed, _) => ServiceProcess.MigrateAsync(hostArguments, parsed.GetValue(create)));
        root.Subcommands.Add(migrate);
        root.Subcommands.Add(HealthCommand.Create(hostArguments));
        root.Subcommands.Add(DatabaseCommands(hostArguments));
        root.Subcommands.Add(TokenCommand.Create());
        root.Subcommands.Add(TokensCommand.Create(AdministrationProcess.With(hostArguments)));
        root.Subcommands.Add(UsersCommand.Create(AdministrationProcess.With(hostArguments)));
        root.Subcommands.Add(EventsCommand.Create(AdministrationProcess.With(hostArguments)));
        root.Subcommands.Add(NotificationsCommand.Create(AdministrationProcess.With(hostArguments)));
        root.Subcommands.Add(ImportCommand.Create(AdministrationProcess.With(hostArguments)));
        root.Subcommands.Add(HelpCommand.Create(root));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithSettings((HelpAction)help.Action!);
        return root;
    }

    private static Command DatabaseCommands(string[] hostArguments) => new(DatabaseCommand.Name, "Back the SQLite database up, or restore a backup.")
    {
        Copying(
            DatabaseCommand.Backup,
            "Copy the database into a new file, also while the service runs.",
            "a file that is not there yet",
            file => ServiceProcess.BackUpAsync(hostArguments, file)),
        Copying(
            DatabaseCommand.Restore,
            "Put a backup in the database's place, while the service is stopped. The former database is kept beside it.",
            "the backup, which stays as it is",
            file => ServiceProcess.RestoreAsync(hostArguments, file)),
    };

    private static Command Copying(string name, string meaning, string argument, Func<string, Task<int>> copy)
    {
        var file = new Argument<string>("file") { Description = argument };
        var command = new Command(name, meaning) { file };
        command.SetAction((parsed, _) => copy(parsed.GetRequiredValue(file)));
        return command;
    }

    // Without a command, the program was to serve.
    private static string Failure(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? StartupFaults.CannotStart : AdministrationProcess.Failure;
}
