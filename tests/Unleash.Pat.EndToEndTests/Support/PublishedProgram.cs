using System.Diagnostics;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The program as <c>dotnet publish</c> makes it: trimmed and compressed, in a folder of its own.</summary>
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

    // Without a build, because other tests run what is built.
    private ProcessStartInfo Command()
    {
        string[] arguments =
        [
            "publish", Path.Combine(Repository.Root, "src", "Unleash.Pat.Api"), "--no-build", "--nologo",
            "--configuration", Repository.Configuration, "--output", Folder, "-nodeReuse:false",
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };

        // `dotnet test` leaves what it has told its own MSBuild.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        return start;
    }
}
