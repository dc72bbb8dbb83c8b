using System.CommandLine;

namespace Unleash.Pat.Api.Hosting;

/// <summary><c>dotnet Unleash.Pat.Api.dll help tokens revoke</c>: the same as <c>tokens revoke --help</c>.</summary>
internal static class HelpCommand
{
    public static Command Create(RootCommand root)
    {
        var names = new Argument<string[]>("command") { Description = "the command to explain; all without it", Arity = ArgumentArity.ZeroOrMore };
        var help = new Command("help", "Explain a command, or list the commands, options and settings.") { names };
        help.SetAction((parsed, cancellationToken) => ExplainAsync(root, parsed.GetValue(names) ?? [], cancellationToken));
        return help;
    }

    private static Task<int> ExplainAsync(RootCommand root, string[] names, CancellationToken cancellationToken)
    {
        Command command = root;
        for (var depth = 0; depth < names.Length; depth++)
        {
            if (command.Subcommands.FirstOrDefault(sub => sub.Name == names[depth]) is not { } next)
            {
                return StartupFaults.ReportAsync(
                    UsageFaults.UnknownCommand(command, string.Join(' ', names[..depth]), names[depth]), AdministrationProcess.Failure);
            }

            command = next;
        }

        return root.Parse([.. names, "--help"]).InvokeAsync(cancellationToken: cancellationToken);
    }
}
