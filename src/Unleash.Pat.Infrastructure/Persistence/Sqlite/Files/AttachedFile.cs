namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>The files that the service works on, as they were opened.</summary>
/// <param name="facts">What the database said about itself.</param>
internal sealed class AttachedFile(DatabasePaths paths, DatabaseFileSet files, SqliteFacts facts, string connectionString)
{
    private readonly FileLength _log = new(paths.Log, files.Log?.Size ?? 0, connectionString, sizes => sizes.Log);
    private readonly FileLength _database = new(paths.Database, files.Database?.Size ?? 0, connectionString, sizes => sizes.Database);

    public DatabaseFileSet Files => files;

    public SqliteFacts Facts => facts;

    /// <summary>Compares the files that the paths name now with those that were opened.</summary>
    /// <returns>The end of a sentence that says what has happened to them; <see langword="null"/> where nothing has.</returns>
    public (string Reason, LossKind Kind)? FindLoss()
    {
        var (knownLog, known) = (_log.Known, _database.Known);
        var found = DatabaseFileSet.Of(paths);
        if (found.DifferenceTo(files) is { } difference)
        {
            return (difference, LossKind.Name);
        }

        if (_log.IsCutOff(knownLog, found.Log))
        {
            return ("its write-ahead log (-wal) has been cut off", LossKind.Content);
        }

        return _database.IsCutOff(known, found.Database) ? ("it has been cut off", LossKind.Content) : null;
    }
}
