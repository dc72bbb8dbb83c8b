using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;
using Unleash.Pat.Api.Hosting.Settings;

namespace Unleash.Pat.Api.Hosting;

/// <summary>Writes the help of commands and options, and the settings below it.</summary>
internal sealed partial class HelpWithSettings(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Settings:");
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

    private static string Plain(string markdown) =>
        Link().Replace(markdown, "$1").Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
