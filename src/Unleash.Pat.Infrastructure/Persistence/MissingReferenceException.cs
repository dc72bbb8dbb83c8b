namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A foreign key refused the row; the transaction is rolled back.</summary>
internal sealed class MissingReferenceException(Exception cause) : Exception("The row that it refers to does not exist.", cause);
