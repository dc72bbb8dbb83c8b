namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>How a transaction is begun and ended by commands.</summary>
/// <param name="Begin">Begins it; any error of a statement undoes all of it.</param>
/// <param name="Commit">Commits it.</param>
/// <param name="Rollback">Undoes it, where there still is one.</param>
internal sealed record TransactionCommands(string Begin, string Commit, string Rollback);
