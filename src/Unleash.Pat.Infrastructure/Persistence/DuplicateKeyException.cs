namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A unique constraint refused the row; the transaction is rolled back.</summary>
internal sealed class DuplicateKeyException(Exception cause) : Exception("A unique constraint refused the row.", cause);
