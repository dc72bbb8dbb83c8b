namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

internal enum DatabaseFileChangeKind
{
    /// <summary>The service has stopped working on the file.</summary>
    Lost,

    /// <summary>A file is there that the service does not accept.</summary>
    Refused,

    /// <summary>The service works on the file that is there now.</summary>
    Reattached,
}

/// <param name="Kind">What has happened.</param>
/// <param name="Reason">Why, for the log.</param>
/// <param name="IsAnotherFile">Whether it is another file now, whose content can be older.</param>
internal sealed record DatabaseFileChange(DatabaseFileChangeKind Kind, string Reason, bool IsAnotherFile = false);
