namespace Unleash.Pat.Api.Hosting.Connections;

/// <param name="Connections">The maximum of concurrent connections; <see langword="null"/> for no limit.</param>
/// <param name="LowFileLimit">The limit of open files, where it is lower than a server should have.</param>
internal sealed record Capacity(long? Connections, long? LowFileLimit);
