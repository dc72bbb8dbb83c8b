using SQLitePCL;

namespace Unleash.Pat.Infrastructure.Persistence.Sqlite;

/// <summary>The settings of the engine in this process.</summary>
internal static class SqliteLibrary
{
    /// <summary>Makes the settings. They count until the process ends, and only before the first connection is opened.</summary>
    public static void Configure()
    {
        Batteries_V2.Init();

        // Nothing reads how much memory the engine uses, and counting it takes a lock with each allocation. A process that has
        // used the engine before keeps its setting.
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
