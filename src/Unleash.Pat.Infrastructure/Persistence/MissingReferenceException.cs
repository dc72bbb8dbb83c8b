namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A foreign key refused the row; the transaction is undone.</summary>
internal sealed class MissingReferenceException(Exception cause) : Exception("What the row belongs to is gone.", cause);
