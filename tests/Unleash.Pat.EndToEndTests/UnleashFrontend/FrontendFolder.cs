using Unleash.Pat.EndToEndTests.Support;
using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.EndToEndTests.UnleashFrontend;

/// <summary>The frontend of the npm package <c>unleash-server</c>, unpacked. The tests download nothing.</summary>
internal static class FrontendFolder
{
    private const string Variable = "UNLEASH_PAT_TEST_UNLEASH_FRONTEND";

    private static readonly string? Configured = Environment.GetEnvironmentVariable(Variable);

    /// <summary>What to do to run the tests; <see langword="null"/> if they can run.</summary>
    public static string? Missing => Path is null
        ? $"No frontend of Unleash: unpack the npm package unleash-server 8.2.0 (npm pack unleash-server@8.2.0), and set {Variable} to its folder frontend/build."
        : null;

    /// <summary>The folder with <c>index.html</c>.</summary>
    public static string? Path => Configured is { Length: > 0 } folder && File.Exists(System.IO.Path.Combine(folder, "index.html")) ? folder : null;
}

internal sealed class NeedsUnleashFrontendAttribute : NeedsAttribute
{
    public override string? Missing =>
        (BrowserExecutable.IsOutOfReach ? BrowserExecutable.Missing : null) ?? FrontendFolder.Missing;
}
