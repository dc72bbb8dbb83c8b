namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>No connection could be had in time, or the server refused it.</summary>
internal sealed class NoConnectionException(string message, Exception cause) : Exception(message, cause);
