using System.Diagnostics;
using System.Text.Json;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The container image, made without a registry and unpacked as a container engine does it.</summary>
internal sealed class ContainerImage : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("unleash-pat-image-");
    private JsonElement _configuration;

    private ContainerImage()
    {
    }

    /// <summary>The root of its files.</summary>
    public string Root => Path.Combine(_place.FullName, "root");

    public string User => Text("User");

    public string WorkingFolder => Text("WorkingDir");

    public IReadOnlyList<string> EntryPoint => Texts("Entrypoint");

    public IReadOnlyList<string> Environment => Texts("Env");

    public IReadOnlyList<string> Ports => [.. _configuration.GetProperty("ExposedPorts").EnumerateObject().Select(port => port.Name)];

    public IReadOnlyDictionary<string, string> Labels =>
        _configuration.GetProperty(nameof(Labels)).EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!);

    private string Blobs => Path.Combine(_place.FullName, "layout", "blobs");

    public static async Task<ContainerImage> MakeAsync(string program)
    {
        var image = new ContainerImage();
        var archive = Path.Combine(image._place.FullName, "image.tar");
        await SdkCommand.RunAsync(
            "env", $"TMPDIR={image._place.FullName}", Path.Combine(BuildInfo.Root, "build", "debian-image.sh"), archive, "--published", program);
        await UnpackAsync(archive, Directory.CreateDirectory(Path.Combine(image._place.FullName, "layout")).FullName);
        await image.UnpackLayersAsync();
        return image;
    }

    public void Dispose() => _place.Delete(recursive: true);

    private async Task UnpackLayersAsync()
    {
        var index = await JsonAsync(Path.Combine(_place.FullName, "layout", "index.json"));
        var manifest = await JsonAsync(Blob(index.GetProperty("manifests")[0]));
        _configuration = (await JsonAsync(Blob(manifest.GetProperty("config")))).GetProperty("config");
        Directory.CreateDirectory(Root);
        foreach (var layer in manifest.GetProperty("layers").EnumerateArray())
        {
            await UnpackAsync(Blob(layer), Root);
        }
    }

    // With the owners and modes in the archive.
    private static async Task UnpackAsync(string archive, string folder)
    {
        using var tar = Process.Start("tar", ["--extract", "--file", archive, "--directory", folder, "--numeric-owner", "--preserve-permissions"]);
        await tar.WaitForExitAsync();
        tar.ExitCode.ShouldBe(0);
    }

    private string Blob(JsonElement descriptor) =>
        Path.Combine(Blobs, descriptor.GetProperty("digest").GetString()!.Replace(':', Path.DirectorySeparatorChar));

    private static async Task<JsonElement> JsonAsync(string file)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return document.RootElement.Clone();
    }

    private string Text(string name) => _configuration.GetProperty(name).GetString()!;

    private List<string> Texts(string name) => [.. _configuration.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}
