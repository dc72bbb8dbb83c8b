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

        // Without a build, because other tests use the build output.
        await SdkCommand.RunAsync(
            "dotnet", "publish", Path.Combine(BuildInfo.Root, "src", "Unleash.Pat.Api"), "--no-build", "--nologo",
            "--configuration", BuildInfo.Configuration, "--output", program.Folder);
        return program;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
