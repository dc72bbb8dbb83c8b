using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using Unleash.Pat.Api.Hosting.Settings;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Writes the help of a command, and below that of the program itself the settings.</summary>
internal sealed partial class HelpWithSettings(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Settings:");
        if (parseResult.CommandResult.Command is not RootCommand)
        {
            output.WriteLine("  Those of the service; --help without a command lists them.");
            return result;
        }

        output.WriteLine("  As --Key=value, in the environment with __ for :, in a file each below --key-per-file, or in");
        output.WriteLine("  appsettings.json beside the program or in the folder that it is started in. Kestrel:… and Logging:… are");
        output.WriteLine("  ASP.NET Core's own.");
        foreach (var setting in SettingCatalogue.All)
        {
            output.WriteLine();
            output.WriteLine($"  {setting.Key}{(setting.IsList ? " …" : "")} (default: {Plain(setting.Default)})");
            output.WriteLine($"      {Plain(setting.Meaning)}");
        }

        return result;
    }

    // A terminal shows no links, so the files of the documentation are named.
    private static string Plain(string markdown) =>
        Link().Replace(markdown, match => TextOf(match.Groups["text"].Value, match.Groups["file"].Value)).Replace("`", "", StringComparison.Ordinal);

    private static string TextOf(string text, string file) => file.Length == 0 ? $"{text} in README.md" : $"{text} ({file})";

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<file>[^)#]*)[^)]*\)")]
    private static partial Regex Link();
}
