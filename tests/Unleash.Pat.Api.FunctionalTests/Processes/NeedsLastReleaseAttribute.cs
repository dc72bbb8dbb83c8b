using Unleash.Pat.TestSupport.Needs;
using Unleash.Pat.TestSupport.Processes;

namespace Unleash.Pat.Api.FunctionalTests.Processes;

/// <summary>Marks a suite that needs the last release's program.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsLastReleaseAttribute : NeedsAttribute
{
    private const string Variable = "UNLEASH_PAT_TEST_LAST_RELEASE";

    /// <summary>Its file.</summary>
    public static string? Program => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
        ? Path.Combine(folder, RealService.Program)
        : null;

    public override string? Missing => File.Exists(Program)
        ? null
        : $"They need the last release: set {Variable} to the folder into which it was published.";
}
