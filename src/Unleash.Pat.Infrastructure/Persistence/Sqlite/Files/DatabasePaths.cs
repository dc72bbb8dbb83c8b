namespace Unleash.Pat.Infrastructure.Persistence.Sqlite.Files;

/// <summary>A database's file, and the files beside it.</summary>
internal sealed record DatabasePaths(string Database)
{
    /// <summary>SQLite's write-ahead log.</summary>
    public string Log { get; } = Database + "-wal";

    /// <summary>SQLite's memory that processes share.</summary>
    public string SharedMemory { get; } = Database + "-shm";

    /// <summary>The lock of processes that migrate or restore.</summary>
    public string Lock { get; } = Database + ".lock";

    /// <summary>The id of the database that belongs here.</summary>
    public string Marker { get; } = Database + ".id";

    /// <summary>Space set aside for what must be written on a full disk.</summary>
    public string Reserve { get; } = Database + ".reserve";

    public string Folder => Path.GetDirectoryName(Database)!;

    /// <summary>A free name beside the database for a file that is kept and not used any longer.</summary>
    public static string Aside(string path, string why)
    {
        var name = FormattableString.Invariant($"{path}.{why}-{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        var free = name;
        for (var number = 2; File.Exists(free); number++)
        {
            free = FormattableString.Invariant($"{name}-{number}");
        }

        return free;
    }
}
