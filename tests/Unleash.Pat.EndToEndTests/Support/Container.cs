using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>
/// The image as a process: its entry point, as its user, in its working folder, with its environment. The root is read-only,
/// and only the folder of the data can be written.
/// </summary>
internal sealed partial class Container : IAsyncDisposable
{
    // The mounts are of the process alone, and gone with it. Each step replaces the process, so that signals reach the service.
    private const string Script = """
        set -e
        root=$1 data=$2 folder=$3 user=$4
        shift 4
        mkdir -p "$root/proc" "$root/dev"
        mount --bind "$root" "$root"
        mount --bind "$data" "$root/app/data"
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -o remount,bind,ro "$root"
        exec unshare --root="$root" --wd="$folder" --setuid="$user" --setgid="$user" "$@"
        """;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private Container(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    private string Output => string.Join('\n', _output);

    /// <summary>Starts it.</summary>
    /// <param name="data">The folder that stands for the volume.</param>
    /// <param name="port">The port to listen at, 0 for a free one, because the image's may be taken.</param>
    /// <param name="command">What follows the entry point.</param>
    public static Container Start(ContainerImage image, string data, int port, params string[] command)
    {
        string[] arguments =
        [
            "--mount", "--", "bash", "-c", Script, "bash", image.Root, data, image.WorkingFolder, image.User, .. image.EntryPoint, .. command,
        ];
        var start = new ProcessStartInfo("unshare", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

        // The tools of the script are found where the image has only its own.
        start.Environment.Clear();
        foreach (var variable in image.Environment.Append($"ASPNETCORE_HTTP_PORTS={port}"))
        {
            var (name, value) = (variable.Split('=', 2)[0], variable.Split('=', 2)[1]);
            start.Environment[name] = name == "PATH" ? $"{value}:/usr/sbin:/bin:/sbin" : value;
        }

        var container = new Container(new Process { StartInfo = start });
        container._process.Start();
        container._process.BeginOutputReadLine();
        container._process.BeginErrorReadLine();
        return container;
    }

    /// <summary>Waits until the service says where it listens.</summary>
    public async Task<Uri> ReadyAsync(CancellationToken cancellationToken)
    {
        var port = await Eventually.GetAsync(
            () => Task.FromResult(Ready().Match(Output)), match => match.Success || _process.HasExited, null, cancellationToken);
        port.Success.ShouldBeTrue(Output);
        return new Uri($"http://127.0.0.1:{port.Groups[1].Value}/");
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and what was written.</returns>
    public async Task<(int ExitCode, string Output)> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, Output);
    }

    /// <summary>Stops it as an engine does (SIGTERM), and waits until it has ended.</summary>
    public async Task<(int ExitCode, string Output)> StopAsync(CancellationToken cancellationToken)
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync(cancellationToken);
        return await ExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }

    [GeneratedRegex(@"ready at http://\[::\]:(\d+)")]
    private static partial Regex Ready();
}
