namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The connection broke while it was in use, whatever exception the provider threw.</summary>
internal sealed class BrokenConnectionException(Exception cause) : Exception("The connection to the database broke.", cause);
