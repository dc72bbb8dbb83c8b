namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>The connection broke under the work, whatever words the provider had for it.</summary>
internal sealed class BrokenConnectionException(Exception cause) : Exception("The connection to the database broke.", cause);
