using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.Api.Hosting;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary><c>token inspect</c>: the form and the checksum of a token, without a database.</summary>
[OneEngineOnly("It uses no database.")]
public sealed class TokenInspectTests : ProcessTests<SqliteEngine>
{
    private static readonly TokenSecret Personal = TokenSecret.Generate();
    private static readonly TokenSecret Admin = TokenSecret.GenerateAdmin();

    // Tokens that Unleash creates have the same form, and random characters for the checksum.
    private static string OfUnleash => $"{Personal.Reveal()[..^1]}{(Personal.Reveal()[^1] == 'A' ? 'B' : 'A')}";

    private const string Plain = "user:98b555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad";

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}\n")]
    [InlineData("{0}\r\n")]
    [InlineData("\uFEFF{0}\r\n")]
    [InlineData("Bearer {0}\n")]
    [InlineData("bearer   {0}")]
    [InlineData(" \t{0} \n\n")]
    public async Task A_token_of_the_service_is_right(string sent)
    {
        foreach (var (secret, kind) in new[] { (Personal, "personal access token"), (Admin, "admin token") })
        {
            var (report, exitCode) = await InspectAsync(string.Format(null, sent, secret.Reveal()));

            exitCode.ShouldBe(0, report);
            report.ShouldContain($"kind:      {kind}");
            report.ShouldContain("checksum:  right");
            report.ShouldContain($"selector:  {secret.Selector}");
            report.ShouldNotContain(secret.Reveal()[^43..]);
        }
    }

    [Fact]
    public async Task A_wrong_checksum_may_be_a_token_from_Unleash_and_is_not_right()
    {
        var (report, exitCode) = await InspectAsync(OfUnleash);

        exitCode.ShouldBe(1);
        report.ShouldContain("form:      right");
        report.ShouldContain("imported from Unleash");
        report.ShouldContain(Personal.Selector);
        report.ShouldNotContain(OfUnleash[^43..]);
    }

    [Fact]
    public async Task A_token_that_Unleash_stored_in_plain_text_has_a_form_and_no_checksum()
    {
        var (report, exitCode) = await InspectAsync(Plain);

        exitCode.ShouldBe(1);
        report.ShouldContain("form:      right");
        report.ShouldContain($"selector:  {PlainSecret.SelectorOf(Plain)}");
        report.ShouldNotContain(Plain[10..]);
    }

    [Theory]
    [InlineData("", "no text")]
    [InlineData(" \n", "no text")]
    [InlineData("Bearer", "begins with")]
    [InlineData("user:v2_short", "has 74 characters")]
    [InlineData("user:v2_{0}", "has 74 characters")]
    [InlineData("{1}x", "has 74 characters")]
    [InlineData("{1}\n{1}", "one token at a time")]
    [InlineData("USER:V2_AAAAAAAAAAAAAAAAAAAAAA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "begins with")]
    [InlineData("user:98B555423fa020a3e67267fb8462fdb2ef5ab2f44eea6ccfd6b1d0ad", "older version of Unleash")]
    [InlineData("*:*.964a287e1b728cb5f4f3e0120df92cb5", "of the configuration")]
    [InlineData("*.*.name-of-a-token-that-is-long", "of the configuration")]
    [InlineData("default:development.964a287e1b728cb5f4f3e0120df92cb5", "begins with")]
    [InlineData("пароль\0", "begins with")]
    public async Task Any_other_text_is_wrong_and_not_shown(string sent, string fault)
    {
        var (report, exitCode) = await InspectAsync(string.Format(null, sent, new string('ä', 66), Personal.Reveal()));

        exitCode.ShouldBe(1);
        report.ShouldContain($"form:      wrong: ");
        report.ShouldContain(fault);
        report.ShouldNotContain(Personal.Selector);
        report.ShouldNotContain("964a287e");
    }

    [Fact]
    public async Task A_text_without_an_end_is_read_to_a_bound()
    {
        using var output = new StringWriter();
        using var endless = new EndlessReader();

        (await TokenCommand.InspectAsync(endless, output, Cancel)).ShouldBe(1);

        output.ToString().ShouldContain("longer than any token");
        endless.Read.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task The_program_reads_standard_input_and_needs_no_configuration()
    {
        var service = Run([("Database:Provider", "Nonsense")], ["token", "inspect"], input: $"{Personal.Reveal()}\n");

        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);

        service.Output.ShouldContain($"selector:  {Personal.Selector}");
        service.Errors.ShouldBeEmpty();
        Directory.GetFileSystemEntries(service.Folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("token", "inspect", "{0}")]
    [InlineData("token", "inspect", "--token={0}")]
    [InlineData("token", "inspect", "--token", "{0}")]
    [InlineData("token", "{0}")]
    [InlineData("{0}")]
    [InlineData("Bearer {0}")]
    [InlineData("migrate", "{0}")]
    public async Task A_token_as_an_argument_is_refused_and_not_repeated(params string[] arguments)
    {
        var service = StartWith([.. arguments.Select(argument => string.Format(null, argument, Personal.Reveal()))]);

        var sentence = await ShouldFailAsync(service, arguments.Length == 1 ? "cannot start" : "could not do it", "never an argument", "list of processes", "standard input");

        sentence.ShouldNotContain(Personal.Selector);
    }

    [Fact]
    public async Task The_help_tells_the_exit_codes()
    {
        var service = StartWith("token", "inspect", "--help");

        (await service.ExitAsync(Cancel)).ShouldBe(0, service.Errors);

        string.Join('\n', service.Output).ShouldContain("exit code is 0");
    }

    [Fact]
    public void The_documented_rules_of_scanners_match_tokens_and_nothing_longer()
    {
        var rules = new[] { ("gitleaks", "toml", "'''"), ("TruffleHog", "yaml", "'") }
            .Select(scanner => Documented.Block(scanner.Item1, scanner.Item2, "secret-scanning.md")
                .Split(scanner.Item3).Where((_, part) => part % 2 == 1).Select(rule => new Regex(rule)).ToList());

        foreach (var found in rules)
        {
            found.Count.ShouldBe(3);
            foreach (var (rule, secret) in found.Zip([Personal.Reveal(), Admin.Reveal(), Plain]))
            {
                rule.Match($"TOKEN='{secret}'").Groups[1].Value.ShouldBe(secret);
                rule.IsMatch($"?t={secret.Replace(":", "%3A", StringComparison.Ordinal)}&").ShouldBeTrue();
                rule.IsMatch($"{secret}x").ShouldBeFalse();
                rule.IsMatch(secret[..^1]).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public async Task The_documented_example_is_right()
    {
        var documented = Documented.Block("Inspecting a text", "console", "secret-scanning.md");
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "docs", "secret-scanning.md"), Cancel);

        var (report, exitCode) = await InspectAsync(Regex.Match(page, "`(user:v2_[A-Za-z0-9_-]{66})`").Groups[1].Value);

        exitCode.ShouldBe(0);
        documented.ShouldContain(report.ReplaceLineEndings("\n"));
    }

    private static async Task<(string Report, int ExitCode)> InspectAsync(string sent)
    {
        using var input = new StringReader(sent);
        using var output = new StringWriter();
        var exitCode = await TokenCommand.InspectAsync(input, output, Cancel);
        return (output.ToString(), exitCode);
    }

    private sealed class EndlessReader : TextReader
    {
        public new int Read { get; private set; }

        public override ValueTask<int> ReadBlockAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill('x');
            Read += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
