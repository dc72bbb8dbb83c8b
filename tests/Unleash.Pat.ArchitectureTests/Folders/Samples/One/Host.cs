using Unleash.Pat.ArchitectureTests.Folders.Samples.Two;

namespace Unleash.Pat.ArchitectureTests.Folders.Samples.One;

internal sealed class Host
{
    public static int Count(IReadOnlyDictionary<string, Guest[]> tables) => tables.Count;
}
