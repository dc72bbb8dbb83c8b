using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Unleash.Pat.TestSupport.Processes;

/// <summary>The service as a process of its own, as it runs in production.</summary>
public sealed partial class RealService : IAsyncDisposable
{
    /// <summary>The program's file.</summary>
    public const string Program = "Unleash.Pat.Api.dll";

    private static readonly string[] AnyPort = ["--urls", "http://127.0.0.1:0"];

    // Only a process that hangs is waited for so long; one that fails has ended. Several start at once on few cores.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly DirectoryInfo _place;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private RealService(Process process, DirectoryInfo place)
    {
        _process = process;
        _place = place;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
    }

    /// <summary>The lines of the standard output so far.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>The text of the standard error so far.</summary>
    public string Errors => string.Join('\n', _errors);

    /// <summary>The folder that it was started in, which is another than the program's.</summary>
    public string Folder => Path.Combine(_place.FullName, "work");

    /// <summary>The files that it has mapped into its memory, its libraries among them; Linux only.</summary>
    public IReadOnlyList<string> MappedFiles => [.. File.ReadLines($"/proc/{_process.Id}/maps")
        .Where(line => line.Contains('/', StringComparison.Ordinal))
        .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])
        .Distinct()];

    /// <summary>Starts the service, in a folder of its own.</summary>
    /// <param name="settings">The configuration, given as environment variables.</param>
    /// <param name="arguments">The command line; a free port where it is absent.</param>
    /// <param name="program">The program; this service's, beside the tests, where it is absent.</param>
    /// <param name="prepare">What is to be in the folder before.</param>
    /// <param name="terminal">Whether its standard output is a terminal; for that it takes <c>script(1)</c>.</param>
    /// <param name="openFiles">How many files and sockets it may have open; as many as the tests where it is absent.</param>
    /// <param name="input">Its standard input; that of the tests where it is absent.</param>
    /// <param name="trace">A file for what it asks of the operating system (<see cref="SystemCalls"/>); for that it takes <c>strace(1)</c>.</param>
    /// <returns>The process, not yet listening.</returns>
    public static RealService Start(
        IEnumerable<KeyValuePair<string, string>> settings,
        IReadOnlyList<string>? arguments = null,
        string? program = null,
        Action<string>? prepare = null,
        bool terminal = false,
        int? openFiles = null,
        string? input = null,
        string? trace = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var place = Directory.CreateTempSubdirectory("unleash-pat-process-");
        var folder = place.CreateSubdirectory("work").FullName;
        prepare?.Invoke(folder);
        string[] command = ["dotnet", program ?? Path.Combine(AppContext.BaseDirectory, Program), .. arguments ?? AnyPort];
        if (terminal)
        {
            command = ["script", "--quiet", "--return", "--command", string.Join(' ', command.Select(part => $"'{part}'")), "/dev/null"];
        }

        if (openFiles is { } files)
        {
            command = ["sh", "-c", $"ulimit -n {files} && exec \"$0\" \"$@\"", .. command];
        }

        if (trace is not null)
        {
            command = [.. SystemCalls.Tracing(trace), .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";

        // What processes share must go through the database: the framework would keep keys in the user's folder.
        start.Environment["HOME"] = place.CreateSubdirectory("home").FullName;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var service = new RealService(new Process { StartInfo = start }, place);
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        if (input is not null)
        {
            service._process.StandardInput.Write(input);
            service._process.StandardInput.Close();
        }

        return service;
    }

    /// <summary>Waits until the service says where it listens.</summary>
    /// <returns>Its address.</returns>
    public async Task<Uri> ReadyAsync(CancellationToken cancellationToken)
    {
        var address = await Eventually.GetAsync(
            () => Task.FromResult(Address()), found => found is not null || _process.HasExited, Timeout, cancellationToken);
        return address ?? throw new InvalidOperationException(
            $"The service did not come up.\n{string.Join('\n', Output)}\n{Errors}");
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Eventually.Timeout);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Asks the service to end, as a service manager does (SIGTERM), and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        using var signal = Process.Start(
            "kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync(cancellationToken);
        return await ExitAsync(cancellationToken);
    }

    /// <summary>Ends the service without any warning (SIGKILL).</summary>
    /// <returns>When it is gone.</returns>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill(entireProcessTree: true);
        await ExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync(CancellationToken.None);
        }

        _process.Dispose();
        _place.Delete(recursive: true);
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private Uri? Address() => _output
        .Select(line => Ready().Match(line))
        .Where(match => match.Success)
        .Select(match => new Uri(match.Groups[1].Value))
        .FirstOrDefault();

    // Another program's line is ASP.NET Core's own.
    [GeneratedRegex(@"(?:ready at|listens at|Now listening on:) (https?://127\.0\.0\.1:\d+)")]
    private static partial Regex Ready();
}
