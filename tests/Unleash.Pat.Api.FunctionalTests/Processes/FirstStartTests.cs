using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>docs/api.md, section 6: the first administrator.</summary>
public abstract partial class FirstStartTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_random_password_is_in_a_file_for_its_owner_alone_and_nowhere_else()
    {
        var first = StartBare();
        var client = await ClientAsync(first);

        var file = PasswordFile(first);
        var password = (await File.ReadAllTextAsync(file, Cancel)).TrimEnd('\n');
        password.Length.ShouldBeGreaterThanOrEqualTo(16);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        first.Output.Where(line => line.Contains(file, StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("\"admin\"");
        (await client.TrySignInAsync("admin", password)).Status.ShouldBe(200);
        (await client.TrySignInAsync("admin", "unleash4all")).ShouldBeError(401, "PasswordMismatch");
        await first.TerminateAsync(Cancel);
        first.Output.ShouldAllBe(line => !line.Contains(password, StringComparison.Ordinal));
        first.Errors.ShouldBeEmpty();

        File.Delete(file);
        var second = StartBare();
        (await (await ClientAsync(second)).TrySignInAsync("admin", password)).Status.ShouldBe(200);
        File.Exists(PasswordFile(second)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_password_that_cannot_be_kept_makes_no_administrator_and_is_told()
    {
        var migration = StartMigration();
        (await migration.ExitAsync(Cancel)).ShouldBe(0, migration.Errors);
        var refused = Run([], prepare: folder => Occupy(folder, "of somebody else"));

        (await refused.ExitAsync(Cancel)).ShouldBe(1, string.Join('\n', refused.Output));
        refused.Errors.Split('\n').ShouldHaveSingleItem().ShouldContain(PasswordFile(refused));
        (await File.ReadAllTextAsync(PasswordFile(refused), Cancel)).ShouldBe("of somebody else");

        var configured = await ClientAsync(StartBare(("InitialAdmin:Password", "a configured password")));
        (await configured.TrySignInAsync("admin", "a configured password")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_terminal_is_shown_the_password_and_there_is_no_file()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script(1), which lends a terminal, is missing.");
        var service = Run([], arguments: ["--urls", "http://127.0.0.1:0"], terminal: true);
        var client = await ClientAsync(service);

        var line = service.Output.Where(line => Shown().IsMatch(line)).ShouldHaveSingleItem();

        var (name, password) = (Shown().Match(line).Groups[1].Value, Shown().Match(line).Groups[2].Value);
        (await client.TrySignInAsync(name, password)).Status.ShouldBe(200);
        service.Output.Where(other => other.Contains(password, StringComparison.Ordinal)).ShouldBe([line]);
        File.Exists(PasswordFile(service)).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_several_processes_started_at_once_all_come_up_and_one_makes_the_administrator()
    {
        var services = Enumerable.Range(0, 4).Select(_ => StartBare()).ToList();

        await Task.WhenAll(services.Select(ClientAsync));

        services.SelectMany(service => service.Output)
            .Where(line => line.Contains("initial-admin-password", StringComparison.Ordinal)).ShouldHaveSingleItem();
        services.Select(PasswordFile).Distinct().Where(File.Exists).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_development_the_administrator_is_the_well_known_one()
    {
        var client = await ClientAsync(StartBare(("ASPNETCORE_ENVIRONMENT", "Development")));

        (await client.TrySignInAsync("admin", "unleash4all")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_configured_password_is_printed_nowhere_and_counts_on_an_empty_database_alone()
    {
        var first = StartBare(("InitialAdmin:Username", "root"), ("InitialAdmin:Password", "a configured password"));
        (await (await ClientAsync(first)).TrySignInAsync("root", "a configured password")).Status.ShouldBe(200);
        await first.TerminateAsync(Cancel);
        first.Output.ShouldAllBe(line => !line.Contains("a configured password", StringComparison.Ordinal));

        var second = await ClientAsync(StartBare(("InitialAdmin:Username", "root"), ("InitialAdmin:Password", "another password")));
        (await second.TrySignInAsync("root", "another password")).ShouldBeError(401, "PasswordMismatch");
    }

    // Beside an embedded database; else in the folder that the service was started in.
    private string PasswordFile(RealService service) => PasswordFile(service.Folder);

    private string PasswordFile(string folder) => Path.Combine(
        Engine is SqliteEngine sqlite ? Path.GetDirectoryName(sqlite.FilePath)! : folder, "initial-admin-password");

    private void Occupy(string folder, string text) => File.WriteAllText(PasswordFile(folder), text);

    [GeneratedRegex("administrator is \"([^\"]+)\"\\. The password, shown this once: (\\S+)")]
    private static partial Regex Shown();
}
