using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using NetArchTest.Rules;

namespace Unleash.Pat.ArchitectureTests;

/// <summary>The design's layers: which assembly may use which.</summary>
public class LayerTests
{
    private static readonly string[] DatabaseLibraries = ["Dapper", "DbUp", "dbup", "Microsoft.Data", "SQLitePCL"];

    [Fact]
    public void The_domain_uses_the_framework_and_its_CRC_32_only()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        ReferencesOf(Service.Domain).ShouldAllKeep(
            name => name == "System.IO.Hashing" || File.Exists(Path.Combine(framework, name + ".dll")),
            "The domain has no package but that of its checksum.");
    }

    [Fact]
    public void The_application_uses_neither_databases_nor_HTTP() =>
        ReferencesOf(Service.Application).ShouldAllKeep(
            name => !StartsWithAny(name, [.. DatabaseLibraries, "Unleash.Pat.Infrastructure", "Unleash.Pat.Api", "Microsoft.AspNetCore"]),
            "Use cases use ports, not what implements them.");

    [Fact]
    public void The_infrastructure_does_not_use_the_Api() =>
        ReferencesOf(Service.Infrastructure).ShouldNotContain("Unleash.Pat.Api");

    [Fact]
    public void Only_the_infrastructure_uses_databases()
    {
        foreach (var assembly in Service.Assemblies.Except([Service.Infrastructure]))
        {
            ReferencesOf(assembly).ShouldAllKeep(
                name => !StartsWithAny(name, DatabaseLibraries), $"{assembly.GetName().Name} is not the place for SQL.");
        }

        ReferencesOf(Service.Infrastructure).ShouldContain("Dapper");
    }

    [Fact]
    public void Controllers_use_requests_and_not_their_handlers()
    {
        var controllers = Types.InAssembly(Service.Api).That().Inherit(typeof(ControllerBase));

        controllers.GetTypes().ShouldNotBeEmpty();
        controllers.ShouldNot()
            .HaveDependencyOnAny("Dapper", "DbUp", "Microsoft.Data", "Unleash.Pat.Infrastructure")
            .GetResult().FailingTypeNames.ShouldBeNull();
    }

    [Fact]
    public void Handlers_use_no_HTTP()
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
