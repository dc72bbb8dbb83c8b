namespace Unleash.Pat.Infrastructure.IntegrationTests.Statements;

/// <summary>Something was asked of a server in a way that blocks the calling thread.</summary>
internal sealed class BlockingCallException() : Exception("This call waits for the server on the calling thread.");
