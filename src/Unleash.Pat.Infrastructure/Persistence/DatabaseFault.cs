namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>What an engine's exception means.</summary>
internal enum DatabaseFault
{
    /// <summary>A fault of the service itself.</summary>
    Unexpected = 0,

    /// <summary>A unique constraint refused the row.</summary>
    DuplicateKey = 1,

    /// <summary>A foreign key refused the row: the row that it refers to does not exist.</summary>
    MissingReference = 2,

    /// <summary>The engine did nothing, and the statement may succeed when it is retried.</summary>
    Transient = 3,

    /// <summary>The engine cannot be reached, or cannot work, for now.</summary>
    Unavailable = 4,

    /// <summary>A table or a column is missing, or a value cannot be read.</summary>
    Structure = 5,
}
