namespace Unleash.Pat.Application;

/// <summary>A table or a column is missing that every database of this version has: somebody dropped or renamed it.</summary>
public sealed class DatabaseStructureException(Exception cause)
    : Exception($"A table or a column of the database is missing: somebody dropped or renamed it ({cause.Message.TrimEnd('.')}).", cause);
