namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The database's file is not the one that the service works on.</summary>
internal sealed class DatabaseFileException(string message) : Exception(message);
