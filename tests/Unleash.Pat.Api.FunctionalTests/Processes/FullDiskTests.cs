using System.Diagnostics;
using Unleash.Pat.Api.FunctionalTests.OAuth;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>A disk that is really full: a small file system in memory, which only root may mount.</summary>
[OneEngineOnly("It fills the disk under the database's file, which SQL Server does not have.")]
public sealed class FullDiskTests : ProcessTests<SqliteEngine>
{
    private string Folder => Path.GetDirectoryName(Engine.FilePath)!;

    private string Filling => Path.Combine(Folder, "filling");

    private string Backup => $"{Folder}-backup";

    [Fact]
    public async Task A_full_disk_lets_revocations_through_and_is_told()
    {
        await OnSmallDiskAsync(async () =>
        {
            var service = Start(("Pats:MaxPerUser", "1000"));
            var session = await (await ClientAsync(service)).SignInByEmailAsync("owner@example.com");
            var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => session.IssueAsync()));
            await FillAsync();

            await Eventually.GetAsync(() => session.PostAsync(ServiceClient.Tokens, "{}"), answer => answer.Status == 503, null, Cancel);
            await Eventually.GetAsync(() => session.GetAsync("/ready"), answer => answer.Status == 503, null, Cancel);
            foreach (var token in tokens[..5])
            {
                (await session.PostFormAsync(OAuthCalls.Revoke, ("token", token.Secret))).Status.ShouldBe(200);
                (await session.WithAuthorization(token.Secret).GetAsync(OAuthCalls.Verify)).Status.ShouldBe(401);
            }

            foreach (var token in tokens[5..])
            {
                (await session.DeleteAsync($"{ServiceClient.Tokens}/{token.Id}")).Status.ShouldBe(200);
                (await session.WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(401);
            }

            (await session.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(503, "ServiceUnavailableError");
            service.Output.ShouldContain(line => line.Contains("\"EventId\":1504", StringComparison.Ordinal));
            (await session.SendAsync(HttpMethod.Post, "/logout")).Status.ShouldBe(302);

            File.Delete(Filling);
            var client = await ClientAsync(service);
            await Eventually.GetAsync(() => client.GetAsync("/ready"), answer => answer.Status == 200, null, Cancel);
            await (await client.SignInByEmailAsync("owner@example.com")).IssueAsync();
            await service.TerminateAsync(Cancel);
        });
    }

    /// <summary>A clean stop removes SQLite's files beside the database, and there is no room to make them again.</summary>
    [Fact]
    public async Task A_service_that_starts_on_a_full_disk_verifies_and_revokes()
    {
        await OnSmallDiskAsync(async () =>
        {
            var service = Start();
            var session = await (await ClientAsync(service)).SignInByEmailAsync("owner@example.com");
            var (first, second) = (await session.IssueAsync(), await session.IssueAsync());
            await service.TerminateAsync(Cancel);
            await FillAsync();

            var again = Start();
            var client = (await ClientAsync(again)).WithAuthorization(second.Secret);
            await Eventually.GetAsync(() => client.GetAsync(OAuthCalls.Verify), answer => answer.Status == 200, null, Cancel);
            (await client.PostFormAsync(OAuthCalls.Revoke, ("token", first.Secret))).Status.ShouldBe(200);

            (await client.WithAuthorization(first.Secret).GetAsync(OAuthCalls.Verify)).Status.ShouldBe(401);
            again.Output.ShouldContain(line => line.Contains("\"EventId\":1504", StringComparison.Ordinal));
            await again.TerminateAsync(Cancel);
        });
    }

    /// <summary>Who finds the disk full saves the data elsewhere first.</summary>
    [Fact]
    public async Task A_stopped_service_is_backed_up_from_a_full_disk()
    {
        await OnSmallDiskAsync(async () =>
        {
            var service = Start();
            var session = await (await ClientAsync(service)).SignInByEmailAsync("owner@example.com");
            var token = await session.IssueAsync();
            await service.TerminateAsync(Cancel);
            await FillAsync();

            (await StartWith("database", "backup", Backup).ExitAsync(Cancel)).ShouldBe(0);

            File.Delete(Filling);
            (await StartWith("database", "restore", Backup).ExitAsync(Cancel)).ShouldBe(0);
            var again = Start();
            (await (await ClientAsync(again)).WithAuthorization(token.Secret).GetAsync(ServiceClient.Me)).Status.ShouldBe(200);
            await again.TerminateAsync(Cancel);
        });
    }

    private async Task OnSmallDiskAsync(Func<Task> test)
    {
        Directory.CreateDirectory(Folder);
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", Folder),
            "Only root may mount a small file system to fill.");
        try
        {
            await test();
        }
        finally
        {
            await RunAsync("umount", "--lazy", Folder);
            File.Delete(Backup);
        }
    }

    private async Task FillAsync()
    {
        await using var file = new FileStream(Filling, FileMode.Create);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                await file.WriteAsync(block, Cancel);
                await file.FlushAsync(Cancel);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<bool> RunAsync(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
