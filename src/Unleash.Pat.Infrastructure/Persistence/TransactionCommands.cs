namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The commands that begin and end a transaction.</summary>
/// <param name="Begin">Any error of a statement after it must roll the whole transaction back.</param>
/// <param name="Commit">Commits.</param>
/// <param name="Rollback">Rolls back, where there still is a transaction.</param>
internal sealed record TransactionCommands(string Begin, string Commit, string Rollback);
