namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>What has happened to the database's file.</summary>
internal enum DatabaseFileChangeKind
{
    /// <summary>The service has stopped working on it.</summary>
    Lost,

    /// <summary>A file is there that the service does not take.</summary>
    Refused,

    /// <summary>The service works on the file that is there now.</summary>
    TakenUp,
}

/// <summary>A change of the database's file.</summary>
/// <param name="Kind">What has happened.</param>
/// <param name="Reason">Why, for the log.</param>
/// <param name="IsAnotherFile">Whether it is another file now, which can have another past.</param>
internal sealed record DatabaseFileChange(DatabaseFileChangeKind Kind, string Reason, bool IsAnotherFile = false);
