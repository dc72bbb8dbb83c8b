using System.Reflection;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Metadata that the build writes into the assembly.</summary>
internal static class BuildInfo
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The build configuration of the tests and the program.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) => typeof(BuildInfo).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
