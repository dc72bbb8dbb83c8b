using System.Globalization;

namespace Unleash.Pat.Api.Hosting.Connections;

/// <summary>How many files and sockets the process may have open.</summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string Name = "Max open files";

    /// <summary>The limit in force (<c>ulimit -n</c>); <see langword="null"/> where there is none, or the system does not tell it.</summary>
    public static long? Limit() => File.Exists(Limits) ? Read(File.ReadLines(Limits)) : null;

    /// <summary>Reads it from the lines of Linux's <c>/proc/self/limits</c>.</summary>
    public static long? Read(IEnumerable<string> lines)
    {
        var soft = lines.FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal))?[Name.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault();
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
