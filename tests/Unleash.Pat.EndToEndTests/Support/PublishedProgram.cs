using System.Diagnostics;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The output of <c>dotnet publish</c>, trimmed and compressed, in a temporary folder.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("unleash-pat-published-");

    private PublishedProgram()
    {
    }

    public string Folder => _folder.FullName;

    public static async Task<PublishedProgram> PublishAsync()
    {
        var program = new PublishedProgram();
        using var publish = Process.Start(program.Command())!;
        var errors = publish.StandardError.ReadToEndAsync();
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        publish.ExitCode.ShouldBe(0, $"dotnet publish failed.\n{output}\n{await errors}");
        return program;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Without a build, because other tests use the build output.
    private ProcessStartInfo Command()
    {
        string[] arguments =
        [
            "publish", Path.Combine(BuildInfo.Root, "src", "Unleash.Pat.Api"), "--no-build", "--nologo",
            "--configuration", BuildInfo.Configuration, "--output", Folder, "-nodeReuse:false",
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
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

        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        return start;
    }
}
