#:property PublishAot=false
#:property ImportDirectoryBuildTargets=false
#:property UseSharedCompilation=false
// Serves an image from a folder while a command runs, as a registry does (OCI distribution), on this machine only.
//
//   dotnet run build/serve-image.cs -- FOLDER COMMAND ARGUMENT…
//
// FOLDER has blobs/<digest> and manifests/<tag>. {registry} in an argument becomes the registry's address. The exit code is
// the command's.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

var folder = Path.GetFullPath(args[0]);
using var listener = new HttpListener();
var registry = Listen(listener);
_ = Task.Run(() => ServeAsync(listener, folder));
using var command = Process.Start(args[1], args[2..].Select(argument => argument.Replace("{registry}", registry, StringComparison.Ordinal)));
await command.WaitForExitAsync();
return command.ExitCode;

static string Listen(HttpListener listener)
{
    using var free = new TcpListener(IPAddress.Loopback, 0);
    free.Start();
    var registry = $"localhost:{((IPEndPoint)free.LocalEndpoint).Port}";
    free.Stop();
    listener.Prefixes.Add($"http://{registry}/");
    listener.Start();
    return registry;
}

static async Task ServeAsync(HttpListener listener, string folder)
{
    while (true)
    {
        var context = await listener.GetContextAsync();
        using var response = context.Response;

        // …/<repository>/<manifests or blobs>/<tag or digest>
        var path = context.Request.Url!.AbsolutePath.Split('/');
        var file = Path.Combine(folder, path[^2], path[^1]);
        if (!File.Exists(file))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            continue;
        }

        using var content = File.OpenRead(file);
        response.ContentType = path[^2] == "manifests" ? "application/vnd.oci.image.manifest.v1+json" : "application/octet-stream";
        response.ContentLength64 = content.Length;
        await content.CopyToAsync(response.OutputStream);
    }
}
