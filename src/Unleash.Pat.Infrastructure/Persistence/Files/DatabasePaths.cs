namespace Unleash.Pat.Infrastructure.Persistence.Files;

/// <summary>A database's file, and the files beside it.</summary>
/// <param name="Database">The file itself.</param>
internal sealed record DatabasePaths(string Database)
{
    /// <summary>SQLite's write-ahead log.</summary>
    public string Log => Database + "-wal";

    /// <summary>SQLite's memory that processes share.</summary>
    public string SharedMemory => Database + "-shm";

    /// <summary>What processes hold while they migrate or restore.</summary>
    public string Lock => Database + ".lock";

    /// <summary>Which database is here: its id.</summary>
    public string Marker => Database + ".id";

    /// <summary>Space set aside for what must be written on a full disk.</summary>
    public string Reserve => Database + ".reserve";

    public string Folder => Path.GetDirectoryName(Database)!;

    /// <summary>A name beside the database for what is kept and no longer used.</summary>
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
