using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Unleash.Pat.Api.Hosting.Settings;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Says in a sentence what is wrong with the arguments, and what was probably meant.</summary>
internal static partial class UsageFaults
{
    public static string Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return command.Name == TokenCommand.Inspect || parsed.UnmatchedTokens.Any(TokenCommand.MayBeSecret)
                ? TokenCommand.NoArgument
                : Unknown(parsed, unknown.Split('=')[0]);
        }

        if (command is not RootCommand && command.Subcommands.Count > 0)
        {
            return $"{Path(parsed)} needs a command: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
        }

        return command.Arguments.FirstOrDefault(argument => IsMissing(parsed, argument)) is { } missing
            ? $"{Path(parsed)} needs <{missing.Name}>: {missing.Description}."
            : OfOption(parsed.Errors[0].Message);
    }

    /// <summary>What is wrong with the name of a command below another one.</summary>
    public static string UnknownCommand(Command command, string path, string name)
    {
        var near = NameSuggestions.Nearest(name, command.Subcommands.Select(sub => sub.Name));
        return $"{name} is no command{(path.Length == 0 ? "" : $" of {path}")}; {Hint(near, path)}";
    }

    /// <summary>The names of the commands from the first one on, for example <c>tokens revoke</c>.</summary>
    public static string Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result.Parent is CommandResult parent; result = parent)
        {
            names.Push(result.Command.Name);
        }

        return string.Join(' ', names);
    }

    private static string Unknown(ParseResult parsed, string name)
    {
        var (command, path) = (parsed.CommandResult.Command, Path(parsed));
        if (name.StartsWith('-'))
        {
            return UnknownOption(parsed, name, path);
        }

        if (command.Subcommands.Count > 0)
        {
            return UnknownCommand(command, path, name);
        }

        return command.Arguments is [{ ValueType: var type }] && type == typeof(long[])
            ? $"{name} is no id; ids are numbers, and {path.Split(' ')[0]} list shows them."
            : $"{path} takes {(command.Arguments.Count == 0 ? "no argument" : $"<{command.Arguments[0].Name}> and nothing more")}: {name} is too much.";
    }

    private static string UnknownOption(ParseResult parsed, string name, string path)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(option => option.Recursive)).Select(option => option.Name);
        var near = NameSuggestions.Nearest(
            name.Replace("__", ":", StringComparison.Ordinal), options.Concat(SettingCatalogue.All.Select(setting => $"--{setting.Key}")));
        return $"{name} is no option{(path.Length == 0 ? "" : $" of {path}")}; {Hint(near, path)}";
    }

    private static string Hint(string? near, string path) =>
        near is not null ? $"did you mean {near}?" : $"{(path.Length == 0 ? "" : $"{path} ")}--help lists what there is.";

    private static bool IsMissing(ParseResult parsed, Argument argument) =>
        argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0);

    // The parser names the type of .NET.
    private static string OfOption(string message) => WrongNumber().Match(message) is { Success: true } wrong
        ? string.Create(CultureInfo.InvariantCulture, $"{wrong.Groups["option"]} must be a whole number. You gave {wrong.Groups["value"]}.")
        : message;

    [GeneratedRegex(@"^Cannot parse argument '(?<value>.*)' for option '(?<option>[^']+)' as expected type 'System\.(Nullable`1\[System\.)?Int", RegexOptions.Singleline)]
    private static partial Regex WrongNumber();
}
