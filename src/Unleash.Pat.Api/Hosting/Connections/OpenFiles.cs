using System.Globalization;

namespace Unleash.Pat.Api.Hosting.Connections;

/// <summary>The process's limit of open files and sockets.</summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string Name = "Max open files";

    /// <summary>The limit in force (<c>ulimit -n</c>); <see langword="null"/> for none, or where the system does not show it.</summary>
    public static long? Limit() => File.Exists(Limits) ? Read(File.ReadLines(Limits)) : null;

    /// <param name="lines">Of Linux's <c>/proc/self/limits</c>.</param>
    public static long? Read(IEnumerable<string> lines)
    {
        var soft = lines.FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal))?[Name.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault();
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
