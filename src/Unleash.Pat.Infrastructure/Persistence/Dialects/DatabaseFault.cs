namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>What an engine's exception means.</summary>
internal enum DatabaseFault
{
    /// <summary>Nothing that is expected: a fault of the service itself.</summary>
    Unexpected = 0,

    /// <summary>A unique constraint refused the row.</summary>
    DuplicateKey = 1,

    /// <summary>A foreign key refused the row: what it belongs to is gone.</summary>
    MissingReference = 2,

    /// <summary>The engine did nothing, and asks to be tried again.</summary>
    Transient = 3,

    /// <summary>The engine cannot be reached, or cannot work, for now.</summary>
    Unavailable = 4,
}
