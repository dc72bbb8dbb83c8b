namespace Unleash.Pat.Application.Hosting;

/// <summary>The service cannot start, for a reason that its operator can fix.</summary>
/// <param name="message">What is wrong and what to do, without internals.</param>
public class StartupException(string message, Exception? innerException = null)
    : Exception(message, innerException);

/// <summary>There is no database, and none may be created.</summary>
/// <param name="message">As that of a start.</param>
public sealed class NoDatabaseException(string message) : StartupException(message);
