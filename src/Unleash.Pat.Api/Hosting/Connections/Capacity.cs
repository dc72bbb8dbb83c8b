namespace Unleash.Pat.Api.Hosting.Connections;

/// <summary>What the process can take.</summary>
/// <param name="Connections">The most connections at once; <see langword="null"/> where there is no bound.</param>
/// <param name="ScantFiles">The most open files, where they are fewer than a server should have.</param>
internal sealed record Capacity(long? Connections, long? ScantFiles);
