using System.Text.RegularExpressions;

namespace Unleash.Pat.Api.Hosting.Administration;

/// <summary>Names the options of the command line in messages that were written for the API.</summary>
internal static partial class OptionNames
{
    /// <summary>For example <c>--account-type must be one of …</c> for <c>The `/query/accountType` property must be one of …</c>.</summary>
    public static string In(string message) => Property().Replace(message, match => $"--{Kebab(match.Groups["name"].Value)}");

    private static string Kebab(string name) => Capital().Replace(name, match => $"-{match.Value.ToLowerInvariant()}");

    [GeneratedRegex(@"The `/(query/)?(?<name>[A-Za-z]+)` property")]
    private static partial Regex Property();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
