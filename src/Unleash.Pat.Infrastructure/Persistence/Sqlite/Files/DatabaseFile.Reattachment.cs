namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>Attaching a file that has come back.</summary>
internal sealed partial class DatabaseFile
{
    private async Task ReattachAsync(CancellationToken cancellationToken)
    {
        await _reattaching.WaitAsync(cancellationToken);
        try
        {
            var found = DatabaseFileSet.Of(paths);
            if (_lost is not null && found.Database is not null && found != _refused && !_connections.AnyInUse)
            {
                await Task.Run(() => Reattach(found), cancellationToken);
            }
        }
        finally
        {
            _reattaching.Release();
        }
    }

    private void Reattach(DatabaseFileSet found)
    {
        _connections.Dispose();
        var known = _attached!;
        var isAnother = !DatabaseFileSet.IsSame(found.Database, known.Files.Database);
        var opened = DatabaseFileOpening.TryReopen(paths, connectionString, known, isAnother, out var refusal);
        if (opened is null)
        {
            Refuse(refusal);
            return;
        }

        // Before the first read of the new file.
        Changed?.Invoke(new DatabaseFileChange(
            DatabaseFileChangeKind.Reattached, isAnother ? "another file" : "the same file", isAnother));
        Adopt(opened.Value);
    }

    // It is looked at again as soon as anything about the files is different.
    private void Refuse(string? refusal)
    {
        _refused = refusal is null ? null : DatabaseFileSet.Of(paths);
        if (refusal is not null)
        {
            Changed?.Invoke(new DatabaseFileChange(DatabaseFileChangeKind.Refused, refusal));
        }
    }
}
