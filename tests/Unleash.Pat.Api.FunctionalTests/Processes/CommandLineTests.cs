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
    public async Task The_help_lists_verbs_options_and_settings_and_serves_nothing(params string[] arguments)
    {
        var service = StartWith(arguments);

        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);

        var help = string.Join('\n', service.Output);
        help.ShouldContain("migrate");
        help.ShouldContain("--urls");
        help.ShouldContain("--create-database");
        SettingCatalogue.All.ShouldAllBe(setting => help.Contains($"  {setting.Key}", StringComparison.Ordinal));
        help.ShouldContain("see operations (docs/operations.md)");
        help.ShouldContain("see Licences in README.md");
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
    [InlineData("database needs a command: backup, restore.", "database")]
    [InlineData("tokens needs a command: list, revoke, disable, enable.", "tokens")]
    [InlineData("token needs a command: inspect.", "token")]
    [InlineData("database backup needs <file>: a file that is not there yet.", "database", "backup")]
    [InlineData("tokens disable needs <ids>: tokens by id.", "tokens", "disable")]
    [InlineData("users reset-password needs <user>: the username or the e-mail address.", "users", "reset-password", "--json")]
    [InlineData("--sort", "tokens", "list", "--sort")]
    public async Task A_command_with_too_little_behind_it_says_what_is_missing(string told, params string[] arguments) =>
        await ShouldBeMisusedAsync(told, arguments);

    [Theory]
    [InlineData("migrate takes no argument: now is too much.", "migrate", "now")]
    [InlineData("tokens list takes no argument: 5 is too much.", "tokens", "list", "5")]
    [InlineData("database backup takes <file> and nothing more: two is too much.", "database", "backup", "one", "two")]
    [InlineData("Name a user, or give --all.", "users", "unlink")]
    [InlineData("Name a user, or give --all.", "users", "unlink", "ann", "--all")]
    [InlineData("users disable takes <user> and nothing more: bob is too much.", "users", "disable", "ann", "bob")]
    [InlineData("abc is no id; ids are numbers, and tokens list shows them.", "tokens", "revoke", "abc")]
    [InlineData("--limit must be a whole number. You gave many.", "tokens", "list", "--limit", "many")]
    [InlineData("--limit must be a whole number, 0 or greater. You gave -1.", "tokens", "list", "--limit", "-1")]
    public async Task A_command_with_what_it_does_not_take_says_so(string told, params string[] arguments) =>
        await ShouldBeMisusedAsync(told, arguments);

    [Theory]
    [InlineData("revok is no command of tokens; did you mean revoke?", "tokens", "revok", "1")]
    [InlineData("copy is no command of database; database --help lists what there is.", "database", "copy", "one")]
    [InlineData("inspct is no command of token; did you mean inspect?", "token", "inspct")]
    [InlineData("--limt is no option of tokens list; did you mean --limit?", "tokens", "list", "--limt", "3")]
    [InlineData("--jsn is no option of tokens disable; did you mean --json?", "tokens", "disable", "1", "--jsn")]
    [InlineData("--verbose is no option of users enable; users enable --help lists what there is.", "users", "enable", "ann", "--verbose")]
    [InlineData("tokns is no command; did you mean token", "help", "tokns")]
    [InlineData("revok is no command of tokens; did you mean revoke?", "help", "tokens", "revok")]
    public async Task What_a_command_does_not_know_is_refused_with_what_was_meant(string told, params string[] arguments) =>
        await ShouldBeMisusedAsync(told, arguments);

    [Theory]
    [InlineData("Create and migrate the database", "help", "migrate")]
    [InlineData("--unused-since", "help", "tokens", "revoke")]
    [InlineData("--create-database", "--help")]
    [InlineData("backup <file>", "database", "--help")]
    [InlineData("restore <file>", "database", "--help")]
    public async Task The_help_explains_each_command(string told, params string[] arguments)
    {
        var service = StartWith(arguments);

        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);

        var help = string.Join('\n', service.Output);
        help.ShouldContain(told);
        help.Contains("Pats:MaxPerUser", StringComparison.Ordinal).ShouldBe(arguments is ["--help"]);
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

    private async Task ShouldBeMisusedAsync(string told, string[] arguments)
    {
        await ShouldFailAsync(StartWith(arguments), "could not do it", told);

        ShouldHaveMadeNothing();
    }

    private void ShouldHaveMadeNothing() => Directory.Exists(Path.GetDirectoryName(Engine.FilePath)).ShouldBeFalse();
}
