using System.Globalization;
using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.TestSupport.Processes;

/// <summary>What a process has asked of the operating system, in order, as <c>strace(1)</c> writes it down.</summary>
/// <param name="Begun">Each call, as it began; one that has ended at once has its result with it.</param>
/// <param name="Ended">Where in the same order each of them ended.</param>
public sealed partial record SystemCalls(IReadOnlyList<string> Begun, IReadOnlyList<int> Ended)
{
    internal const string Program = "/usr/bin/strace";

    // Long enough for a page of the database, whose text is searched.
    private const string LongestText = "200000";

    /// <summary>The start of a command line that traces the writes, flushes and sends of the rest of it.</summary>
    internal static IReadOnlyList<string> Tracing(string file) =>
    [
        Program, "--follow-forks", "--seccomp-bpf", "--decode-fds=path", "--string-limit", LongestText, "--output", file,
        "--trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg",
    ];

    /// <summary>Reads what has been written down so far.</summary>
    public static async Task<SystemCalls> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var (begun, ended, unfinished) = (new List<string>(), new List<int>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var line in await File.ReadAllLinesAsync(file, cancellationToken))
        {
            var thread = line[..Math.Max(0, line.IndexOf(' ', StringComparison.Ordinal))];
            if (Resumed().IsMatch(line))
            {
                ended[unfinished[thread]] = begun.Count;
                continue;
            }

            if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[thread] = begun.Count;
            }

            begun.Add(line);
            ended.Add(line.EndsWith("<unfinished ...>", StringComparison.Ordinal) ? int.MaxValue : begun.Count);
        }

        return new SystemCalls(begun, ended);
    }

    /// <summary>The first call, from one on, that a condition is true of; -1 where there is none.</summary>
    public int Find(int from, Func<string, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Enumerable.Range(from, Math.Max(0, Begun.Count - from)).FirstOrDefault(index => condition(Begun[index]), -1);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Begun.Count} calls");

    [GeneratedRegex(@"^\d+\s+<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();
}

/// <summary>The suite traces a process.</summary>
public sealed class NeedsStraceAttribute : NeedsAttribute
{
    public override string? Missing => File.Exists(SystemCalls.Program)
        ? null
        : "No strace: install Debian's package strace.";
}
