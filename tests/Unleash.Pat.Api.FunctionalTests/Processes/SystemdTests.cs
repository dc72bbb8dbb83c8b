using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/deployment.md, "systemd".</summary>
[OneEngineOnly("It is about the process, which no engine changes.")]
public sealed class SystemdTests : ProcessTests<SqliteEngine>
{
    [Fact]
    public async Task Systemd_is_told_when_the_service_is_ready_and_when_it_stops()
    {
        var folder = Directory.CreateTempSubdirectory("unleash-pat-notify-");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder.FullName, "socket")));
        var service = Start(("NOTIFY_SOCKET", Path.Combine(folder.FullName, "socket")));

        (await ToldAsync(socket)).ShouldContain("READY=1");
        (await (await ClientAsync(service)).GetAsync("/ready")).Status.ShouldBe(200);
        service.Output.ShouldAllBe(line => line.StartsWith('{'), "The log stays lines of JSON.");

        (await service.TerminateAsync(Cancel)).ShouldBe(0);
        (await ToldAsync(socket)).ShouldContain("STOPPING=1");
        folder.Delete(recursive: true);
    }

    private static async Task<string> ToldAsync(Socket socket)
    {
        var buffer = new byte[1024];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, limit.Token));
    }
}

/// <summary>The unit beside the program.</summary>
[NeedsSystemdAnalyze]
public sealed class SystemdUnitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_unit_gives_the_service_little_more_than_it_needs()
    {
        var unit = Path.Combine(RepositoryFolder.Root, "build", "systemd", "unleash-pat.service");
        using var analysis = Process.Start(
            new ProcessStartInfo(NeedsSystemdAnalyzeAttribute.Program, ["security", "--offline=true", "--threshold=20", unit]) { RedirectStandardOutput = true })!;
        var text = await analysis.StandardOutput.ReadToEndAsync(Cancel);
        await analysis.WaitForExitAsync(Cancel);

        text.ShouldContain("Overall exposure level");
        analysis.ExitCode.ShouldBe(0, text);
    }
}

/// <summary>The suite asks systemd's tools.</summary>
public sealed class NeedsSystemdAnalyzeAttribute : NeedsAttribute
{
    internal const string Program = "/usr/bin/systemd-analyze";

    public override string? Missing => File.Exists(Program) ? null : "No systemd-analyze: install Debian's package systemd.";
}
