namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>Keeps the log of the previous file away from another file that has taken its place.</summary>
/// <remarks>
/// Threats: SQLite replays a log into whatever file it lies beside, and that would damage the new file. And where the new
/// file is refused, the previous one needs its log again: much of what was acknowledged can be only there.
/// </remarks>
internal sealed class FormerLog : IDisposable
{
    private readonly List<(string From, string To)> _moved = [];
    private bool _isKept;

    private FormerLog()
    {
    }

    /// <summary>Sets the log aside, where it still lies beside the file.</summary>
    public static FormerLog SetAside(DatabasePaths paths, DatabaseFileSet former)
    {
        var now = DatabaseFileSet.Of(paths);
        var set = new FormerLog();
        set.Move(paths.Log, now.Log, former.Log);
        set.Move(paths.SharedMemory, now.SharedMemory, former.SharedMemory);
        return set;
    }

    /// <summary>Leaves the log aside, because the new file was accepted.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        foreach (var (from, to) in _isKept ? [] : _moved)
        {
            File.Move(to, from, overwrite: true);
        }
    }

    private void Move(string path, FileState? now, FileState? former)
    {
        if (now is { } found && former is { } known && found.IsSameFile(known))
        {
            var aside = DatabasePaths.Aside(path, "left");
            File.Move(path, aside);
            _moved.Add((path, aside));
        }
    }
}
