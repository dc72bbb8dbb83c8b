using Unleash.Pat.ArchitectureTests.Folders.Samples.One;

namespace Unleash.Pat.ArchitectureTests.Folders.Samples.Two;

internal sealed class Guest
{
    public static string Greet() => new Invitation("a circle").Name;
}
