using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Unleash.Pat.Client;
using Unleash.Pat.EndToEndTests.Support;

namespace Unleash.Pat.EndToEndTests.Serving;

/// <summary>docs/deployment.md, "Container".</summary>
[NeedsContainer]
public sealed class ContainerTests(TestRun run) : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("unleash-pat-data-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_image_runs_as_its_user_with_a_read_only_root()
    {
        using var image = await ContainerImage.MakeAsync(await run.ProgramFolderAsync());
        ShouldBeDescribed(image);
        ShouldHaveNothingForOthers(image);
        await ShouldBelongToAsync(image.User);

        var secret = await FirstRunAsync(image);

        await using var again = Container.Start(image, _data.FullName, 0);
        using var client = Client(await again.ReadyAsync(Cancel), secret);
        (await new UnleashPatClient(client).Account.GetAsync(Cancel)).User.Username.ShouldBe("admin");
        (await again.StopAsync(Cancel)).ExitCode.ShouldBe(0);
        (await HealthAsync(image, client.BaseAddress!.Port)).ExitCode.ShouldBe(1);
    }

    // Signs in with the password that the service has written beside its database.
    private async Task<string> FirstRunAsync(ContainerImage image)
    {
        await using var container = Container.Start(image, _data.FullName, 0);
        var address = await container.ReadyAsync(Cancel);
        (await HealthAsync(image, address.Port)).ShouldBe((0, ""));

        var password = await File.ReadAllTextAsync(Path.Combine(_data.FullName, "initial-admin-password"), Cancel);
        using var session = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var client = new UnleashPatClient(session);
        await client.Account.SignInAsync("admin", password.Trim(), Cancel);
        var issued = await client.Tokens.CreateAsync(new NewPersonalAccessToken { Description = "made in a container" }, Cancel);
        using var http = Client(address, issued.Secret);
        (await new UnleashPatClient(http).Account.GetAsync(Cancel)).User.Username.ShouldBe("admin");

        var (exitCode, output) = await container.StopAsync(Cancel);
        exitCode.ShouldBe(0, output);
        return issued.Secret;
    }

    private async Task<(int ExitCode, string Output)> HealthAsync(ContainerImage image, int port)
    {
        await using var health = Container.Start(image, _data.FullName, port, "health");
        return await health.ExitAsync(Cancel);
    }

    private static HttpClient Client(Uri address, string secret)
    {
        var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", secret);
        return http;
    }

    private static void ShouldBeDescribed(ContainerImage image)
    {
        image.User.ShouldMatch("^[1-9][0-9]+$", "Kubernetes sees only of a number that it is not root.");
        image.Ports.ShouldBe(["4242/tcp"]);
        image.Labels["org.opencontainers.image.title"].ShouldBe("Unleash.Pat");
        image.Labels["org.opencontainers.image.licenses"].ShouldBe("Apache-2.0");
        image.Labels["org.opencontainers.image.version"].ShouldNotBeEmpty();
        Directory.GetFiles(InImage(image, image.Labels["unleash-pat.sbom"]), "*.cdx.json").Length.ShouldBe(2);
        Directory.EnumerateFileSystemEntries(InImage(image, image.Labels["unleash-pat.data"])).ShouldBeEmpty();
    }

    // Threat: a program in the image that serves whoever breaks into the service: a shell, or one with more rights.
    private static void ShouldHaveNothingForOthers(ContainerImage image)
    {
        var files = new DirectoryInfo(image.Root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LinkTarget is null).ToList();
        files.ShouldAllBe(file => (file.UnixFileMode & (UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.OtherWrite)) == 0);
        files.ShouldAllBe(file => !Regex.IsMatch(file.FullName, @"/(bash|dash|sh|busybox|perl|apt|dpkg|curl)\z"));
    }

    // As a volume is: it gets the owner of the folder below it.
    private async Task ShouldBelongToAsync(string user)
    {
        using var chown = System.Diagnostics.Process.Start("chown", [string.Create(CultureInfo.InvariantCulture, $"{user}:{user}"), _data.FullName]);
        await chown.WaitForExitAsync(Cancel);
        chown.ExitCode.ShouldBe(0);
    }

    private static string InImage(ContainerImage image, string path) => Path.Combine(image.Root, path.TrimStart('/'));
}
