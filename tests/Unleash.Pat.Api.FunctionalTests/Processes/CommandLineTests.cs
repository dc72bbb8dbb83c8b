using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Hosting.Settings;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>What the program is told as it is started.</summary>
[OneEngineOnly("It is about the process, which no engine changes.")]
public sealed class CommandLineTests : ProcessTests<SqliteEngine>
{
    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("migrate", "--help")]
    public async Task The_help_lists_verbs_options_and_settings_and_serves_nothing(params string[] arguments)
    {
        var service = StartWith(arguments);

        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);

        var help = string.Join('\n', service.Output);
        help.ShouldContain("migrate");
        help.ShouldContain("--urls");
        help.ShouldContain("--create-database");
        SettingCatalogue.All.ShouldAllBe(setting => help.Contains($"  {setting.Key}", StringComparison.Ordinal));
        service.Errors.ShouldBeEmpty();
        ShouldHaveMadeNothing();
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var service = StartWith("--version");

        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);

        service.Output.ShouldHaveSingleItem().ShouldStartWith("0.");
        ShouldHaveMadeNothing();
    }

    [Theory]
    [InlineData("migrte", "did you mean migrate?")]
    [InlineData("Migrate", "did you mean migrate?")]
    [InlineData("serve", "--help")]
    [InlineData("databse", "did you mean database?")]
    [InlineData("--create-databas", "did you mean --create-database?")]
    [InlineData("--urs=http://127.0.0.1:0", "did you mean --urls?")]
    [InlineData("--verbose", "--help")]
    [InlineData("--Pats__MaxPerUser=5", "did you mean --Pats:MaxPerUser?")]
    [InlineData("--BasPath=/x", "did you mean --BasePath?")]
    [InlineData("--Pats:MaxPerUsr=5", "did you mean Pats:MaxPerUser?")]
    [InlineData("--Pat:MaxPerUser=5", "did you mean Pats:MaxPerUser?")]
    [InlineData("--urls", "--urls")]
    public async Task What_is_unknown_is_refused_with_what_was_meant(string argument, string hint)
    {
        await ShouldBeRefusedAsync(StartWith(argument), hint);

        ShouldHaveMadeNothing();
    }

    [Theory]
    [InlineData("--Pats:MaxPerUser")]
    [InlineData("--Pats:MaxPerUser", "--urls=http://127.0.0.1:0")]
    [InlineData("--urls=http://127.0.0.1:0", "--BasePath")]
    public async Task A_setting_without_a_value_is_refused(params string[] arguments)
    {
        await ShouldBeRefusedAsync(StartWith(arguments), "needs a value");

        ShouldHaveMadeNothing();
    }

    [Theory]
    [InlineData("database")]
    [InlineData("database", "backup")]
    [InlineData("database", "restore")]
    [InlineData("database", "backup", "one", "two")]
    [InlineData("database", "copy", "one")]
    public async Task A_verb_with_too_little_behind_it_is_refused(params string[] arguments)
    {
        await ShouldBeRefusedAsync(StartWith(arguments));

        ShouldHaveMadeNothing();
    }

    [Theory]
    [InlineData("--create-database", "--help")]
    [InlineData("backup <file>", "database", "--help")]
    [InlineData("restore <file>", "database", "--help")]
    public async Task The_help_tells_the_verbs_of_the_database(string told, params string[] arguments)
    {
        var service = StartWith(arguments);

        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);

        string.Join('\n', service.Output).ShouldContain(told);
        ShouldHaveMadeNothing();
    }

    [Fact]
    public async Task A_verb_with_too_much_behind_it_is_refused()
    {
        await ShouldBeRefusedAsync(StartWith("migrate", "now"), "now");

        ShouldHaveMadeNothing();
    }

    [Theory]
    [InlineData("--urls=http://127.0.0.1:0", "--BasePath=/unleash", "--Pats:MaxPerUser=7")]
    [InlineData("--urls=nonsense", "--urls=http://127.0.0.1:0", "--RateLimiting=", "--BasePath=/unleash")]
    [InlineData("--URLS", "http://127.0.0.1:0", "--basepath", "/unleash", "--pats:maxperuser", "7")]
    public async Task Settings_stand_on_the_command_line_too(params string[] arguments)
    {
        var client = await ClientAsync(StartWith([.. arguments, "--Authentication:Demo", "true"]));

        (await client.GetAsync("/unleash/health")).Status.ShouldBe(200);
        var session = await client.PostAsync("/unleash/auth/demo/login", """{"email":"a@example.com"}""");
        session.Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_unexpected_fault_is_reported_in_a_sentence_and_its_trace_is_in_the_log()
    {
        // A program of another name has no controllers.
        var service = StartWith("--applicationName=Nonsense", "--urls=http://127.0.0.1:0");

        (await service.ExitAsync(Cancel)).ShouldBe(1);

        service.Errors.Split('\n').ShouldHaveSingleItem().ShouldStartWith("Unleash.Pat cannot start: ");
        service.Output.ShouldHaveSingleItem().ShouldContain("\"EventId\":1005");
        ShouldHaveMadeNothing();
    }

    private void ShouldHaveMadeNothing() => Directory.Exists(Path.GetDirectoryName(Engine.FilePath)).ShouldBeFalse();
}
