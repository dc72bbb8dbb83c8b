namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>No connection could be opened in time, or the server refused it.</summary>
internal sealed class NoConnectionException(string message, Exception cause) : Exception(message, cause);
