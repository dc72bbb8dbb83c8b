namespace Unleash.Pat.ArchitectureTests.Folders.Samples.One;

internal sealed record Invitation(string Name);
