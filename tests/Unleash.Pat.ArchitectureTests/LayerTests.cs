using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using NetArchTest.Rules;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The design's layers: who may know of whom.</summary>
public class LayerTests
{
    private static readonly string[] DatabaseLibraries = ["Dapper", "DbUp", "dbup", "Microsoft.Data", "SQLitePCL"];

    [Fact]
    public void The_domain_knows_the_framework_and_its_CRC_32_alone()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        ReferencesOf(Service.Domain).ShouldAllKeep(
            name => name == "System.IO.Hashing" || File.Exists(Path.Combine(framework, name + ".dll")),
            "The domain has no packages but the one of its checksum.");
    }

    [Fact]
    public void The_application_knows_neither_database_nor_HTTP_nor_whoever_provides_them() =>
        ReferencesOf(Service.Application).ShouldAllKeep(
            name => !StartsWithAny(name, [.. DatabaseLibraries, "Unleash.Pat.Infrastructure", "Unleash.Pat.Api", "Microsoft.AspNetCore"]),
            "Use cases know ports, not what is behind them.");

    [Fact]
    public void The_infrastructure_does_not_know_the_Api() =>
        ReferencesOf(Service.Infrastructure).ShouldNotContain("Unleash.Pat.Api");

    [Fact]
    public void Only_the_infrastructure_speaks_to_databases()
    {
        foreach (var assembly in Service.Assemblies.Except([Service.Infrastructure]))
        {
            ReferencesOf(assembly).ShouldAllKeep(
                name => !StartsWithAny(name, DatabaseLibraries), $"{assembly.GetName().Name} is not the place for SQL.");
        }

        ReferencesOf(Service.Infrastructure).ShouldContain("Dapper");
    }

    [Fact]
    public void Controllers_know_requests_and_not_what_answers_them()
    {
        var controllers = Types.InAssembly(Service.Api).That().Inherit(typeof(ControllerBase));

        controllers.GetTypes().ShouldNotBeEmpty();
        controllers.ShouldNot()
            .HaveDependencyOnAny("Dapper", "DbUp", "Microsoft.Data", "Unleash.Pat.Infrastructure")
            .GetResult().FailingTypeNames.ShouldBeNull();
    }

    [Fact]
    public void Handlers_know_no_HTTP()
    {
        var handlers = Types.InAssemblies(Service.Assemblies).That().HaveNameEndingWith("CommandHandler")
            .Or().HaveNameEndingWith("QueryHandler");

        handlers.GetTypes().ShouldNotBeEmpty();
        handlers.ShouldNot()
            .HaveDependencyOnAny("Microsoft.AspNetCore", "System.Net.Http", "Unleash.Pat.Api", "Unleash.Pat.Infrastructure")
            .GetResult().FailingTypeNames.ShouldBeNull();
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool StartsWithAny(string name, IEnumerable<string> prefixes) =>
        prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
