using System.Diagnostics;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Runs a command that builds or publishes, in the repository's folder.</summary>
internal static class SdkCommand
{
    public static async Task RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(Start(file, arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{file} {string.Join(' ', arguments)} failed.\n{output}\n{await errors}");
    }

    private static ProcessStartInfo Start(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BuildInfo.Root,
        };

        // `dotnet test` sets variables for its own MSBuild.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // Processes that stay would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        return start;
    }
}
