using Unleash.Pat.TestSupport.Needs;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>The suite makes a container image of Debian's packages, and runs it without an engine.</summary>
internal sealed class NeedsContainerAttribute : NeedsAttribute
{
    private static readonly string[] Programs = ["/usr/bin/dpkg-query", "/usr/bin/unshare", "/bin/tar"];

    public override string? Missing => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Programs.All(File.Exists)
        ? null
        : "A container takes root on Debian or Ubuntu, because only root mounts.";
}
