using System.Reflection;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>What the build has written down of itself.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The configuration that the tests, and with them the program, were built in.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
