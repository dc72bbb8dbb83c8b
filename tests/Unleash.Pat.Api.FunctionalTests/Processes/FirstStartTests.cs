using System.Text.RegularExpressions;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Contract section 6: the first administrator.</summary>
public abstract partial class FirstStartTests<TEngine> : ProcessTests<TEngine>
    where TEngine : IDatabaseEngine, new()
{
    [Fact]
    public async Task A_random_password_is_printed_once_and_stands_in_no_log()
    {
        var first = StartBare();
        var client = await ClientAsync(first);

        var line = first.Output.Where(line => Printed().IsMatch(line)).ShouldHaveSingleItem();
        var (name, password) = (Printed().Match(line).Groups[1].Value, Printed().Match(line).Groups[2].Value);
        password.Length.ShouldBeGreaterThanOrEqualTo(16);
        (await client.LoginAsync(name, password)).Status.ShouldBe(200);
        (await client.LoginAsync(name, "unleash4all")).ShouldBeError(401, "PasswordMismatch");
        await first.TerminateAsync(Cancel);

        // What is printed is for whoever started the service; log collectors take the lines that are JSON.
        first.Output.Where(other => other.Contains(password, StringComparison.Ordinal)).ShouldBe([line]);
        first.Output.Where(other => other.StartsWith('{')).ShouldNotBeEmpty();
        line.ShouldNotStartWith("{");
        first.Errors.ShouldNotContain(password);

        var second = StartBare();
        (await (await ClientAsync(second)).LoginAsync(name, password)).Status.ShouldBe(200);
        second.Output.ShouldAllBe(other => !Printed().IsMatch(other) && !other.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_processes_started_at_once_all_come_up_and_one_makes_the_administrator()
    {
        var services = Enumerable.Range(0, 4).Select(_ => StartBare()).ToList();

        await Task.WhenAll(services.Select(ClientAsync));

        services.SelectMany(service => service.Output).Where(line => Printed().IsMatch(line)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_development_the_administrator_is_the_well_known_one()
    {
        var client = await ClientAsync(StartBare(("ASPNETCORE_ENVIRONMENT", "Development")));

        (await client.LoginAsync("admin", "unleash4all")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_configured_password_is_printed_nowhere_and_counts_on_an_empty_database_alone()
    {
        var first = StartBare(("InitialAdmin:Username", "root"), ("InitialAdmin:Password", "a configured password"));
        (await (await ClientAsync(first)).LoginAsync("root", "a configured password")).Status.ShouldBe(200);
        await first.TerminateAsync(Cancel);
        first.Output.ShouldAllBe(line => !line.Contains("a configured password", StringComparison.Ordinal));

        var second = await ClientAsync(StartBare(("InitialAdmin:Username", "root"), ("InitialAdmin:Password", "another password")));
        (await second.LoginAsync("root", "another password")).ShouldBeError(401, "PasswordMismatch");
    }

    [GeneratedRegex("administrator is \"([^\"]+)\"\\. The password, shown this once: (\\S+)")]
    private static partial Regex Printed();
}
