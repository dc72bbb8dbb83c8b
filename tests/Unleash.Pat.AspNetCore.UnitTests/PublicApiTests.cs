using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Unleash.Pat.AspNetCore.UnitTests;

/// <summary>What programs use of the package changes only on purpose.</summary>
public sealed class PublicApiTests
{
    private const string Name = "PublicApi.txt";

    /// <summary>With <c>REFRESH_PUBLIC_API=1</c> the committed file is replaced instead.</summary>
    [Fact]
    public void What_is_public_is_what_was_public()
    {
        var now = typeof(UnleashPatVerifier).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("REFRESH_PUBLIC_API") == "1")
        {
            File.WriteAllText(Path.Combine(Folder(), Name), now);
            return;
        }

        now.ShouldBe(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Name)), "Run with REFRESH_PUBLIC_API=1 where the change is meant.");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
