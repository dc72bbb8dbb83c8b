using System.Text.Json;
using System.Text.RegularExpressions;
using Unleash.Pat.TestSupport;

namespace Unleash.Pat.Api.FunctionalTests.Hosting;

/// <summary>What is published names whose work it contains.</summary>
public partial class ThirdPartyNoticesTests
{
    private static readonly string[] Notices = File.ReadAllLines(Path.Combine(RepositoryFolder.Root, "build", "THIRD-PARTY-NOTICES.txt"));

    [Fact]
    public void Every_package_of_the_service_is_named()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Unleash.Pat.Api.deps.json")));
        var packages = manifest.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _) || library.Value.TryGetProperty("runtimeTargets", out _))
            .Select(library => library.Name.Split('/')[0])
            .Where(name => !name.StartsWith("Unleash.Pat", StringComparison.Ordinal))
            .ToList();

        packages.Count.ShouldBeGreaterThan(20);
        packages.Except(Named()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_of_the_admin_UI_is_named()
    {
        var manifest = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Unleash.Pat.Api.staticwebassets.endpoints.json"));
        var assemblies = Assembly().Matches(manifest).Select(match => match.Groups["name"].Value)
            .Where(name => !OfDotNet().IsMatch(name))
            .Distinct()
            .ToList();

        assemblies.ShouldContain("MudBlazor");
        assemblies.Except(Named()).ShouldBeEmpty();
    }

    private static IEnumerable<string> Named() =>
        Notices.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim());

    [GeneratedRegex(@"_framework/(?<name>[A-Za-z0-9.]+)\.[a-z0-9]{10}\.wasm""")]
    private static partial Regex Assembly();

    [GeneratedRegex(@"^(System|Microsoft|Unleash\.Pat|WindowsBase|mscorlib|netstandard|dotnet)(\.|$)")]
    private static partial Regex OfDotNet();
}
