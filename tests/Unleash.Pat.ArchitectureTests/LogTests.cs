using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using NetArchTest.Rules;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>docs/api.md, section 2: the secret occurs in no log. Nor do passwords, session keys and whole headers.</summary>
public partial class LogTests
{
    private static readonly Type[] Secrets = [typeof(TokenSecret), typeof(PresentedToken), typeof(SessionKey), typeof(Password)];

    [GeneratedRegex("secret|password|key|cookie|authorization", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfASecret { get; }

    [GeneratedRegex(@"\{(?<name>[^}]*)\}")]
    private static partial Regex Placeholder { get; }

    private static IEnumerable<MethodInfo> LogMethods => Service.Types
        .SelectMany(type => type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(LoggerMessageAttribute)));

    [Fact]
    public void No_log_line_takes_a_secret() => LogMethods.ShouldAllKeep(
        method => method.GetParameters().All(parameter => !Secrets.Contains(parameter.ParameterType)),
        "What a log line takes, a log may show.");

    [Fact]
    public void No_log_line_takes_what_is_called_like_a_secret() => LogMethods.ShouldAllKeep(
        method => !method.GetParameters().Any(parameter => NameOfASecret.IsMatch(parameter.Name!)),
        "A text may hold a secret though its type does not say so.");

    [Fact]
    public void No_log_line_shows_what_is_called_like_a_secret() => LogMethods.ShouldAllKeep(
        method => !PlaceholdersOf(method).Any(NameOfASecret.IsMatch),
        "A placeholder shows what it names.");

    [Fact]
    public void Nothing_is_logged_past_these_rules() =>
        Types.InAssemblies(Service.Assemblies).ShouldNot()
            .HaveDependencyOn("Microsoft.Extensions.Logging.LoggerExtensions")
            .GetResult().FailingTypeNames.ShouldBeNull("Log by [LoggerMessage], so that the rules above see it.");

    [Fact]
    public void Every_log_line_has_a_number_of_its_own_that_stays()
    {
        var numbers = LogMethods.Select(NumberOf).ToList();

        numbers.ShouldAllKeep(number => number is >= 1000 and < 10_000, "Give each [LoggerMessage] an EventId; the generator's own is a hash.");
        numbers.ShouldBeUnique("A number that two lines share tells neither.");
    }

    [Fact]
    public void Every_number_is_documented()
    {
        var documentation = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "operations.md"));

        LogMethods.Select(NumberOf).ShouldAllKeep(
            number => documentation.Contains($"| {number} |", StringComparison.Ordinal), "docs/operations.md lists them.");
    }

    private static int NumberOf(MethodInfo method) => method.GetCustomAttribute<LoggerMessageAttribute>()!.EventId;

    private static IEnumerable<string> PlaceholdersOf(MethodInfo method) =>
        Placeholder.Matches(method.GetCustomAttribute<LoggerMessageAttribute>()!.Message)
            .Select(match => match.Groups["name"].Value);
}
