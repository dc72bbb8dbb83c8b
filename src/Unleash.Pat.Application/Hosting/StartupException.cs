namespace Unleash.Pat.Application.Hosting;

/// <summary>The service cannot start, for a reason that its operator can fix.</summary>
/// <param name="message">What is wrong and what to do, without internals.</param>
public sealed class StartupException(string message, Exception? innerException = null)
    : Exception(message, innerException);
