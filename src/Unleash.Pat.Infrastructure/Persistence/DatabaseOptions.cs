using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Common;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The section <c>Database</c> of the configuration, and the connection string (docs/api.md, section 6).</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary>The connection string's name under <c>ConnectionStrings</c>.</summary>
    public const string ConnectionStringName = "UnleashPat";

    /// <summary>Where the embedded database is, unless told: below the folder that the service is started in.</summary>
    public const string DefaultSqliteConnectionString = "Data Source=data/unleash-pat.db";

    /// <summary>Which engine holds the database. Default: <see cref="DatabaseProvider.Sqlite"/>.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>From <c>ConnectionStrings:UnleashPat</c>. Default with SQLite: a file; with SQL Server there is none.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Whether start-up creates and migrates the database. Switched off, it only looks whether the database is at this
    /// version, and refuses to serve where it is not. Default: <see langword="true"/>.
    /// </summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>
    /// Whether an empty database may be made where there was another one before. From <c>--create-database</c> alone: as a
    /// setting it would stay. Default: <see langword="false"/>.
    /// </summary>
    public bool CreateAgain { get; set; }

    internal static DatabaseOptions Read(IConfiguration configuration, bool createAgain = false)
    {
        var options = new DatabaseOptions
        {
            Provider = ReadProvider(configuration),
            CreateAgain = createAgain,
            MigrateOnStart = configuration.GetValue($"{Section}:{nameof(MigrateOnStart)}", true),
        };
        var configured = configuration.GetConnectionString(ConnectionStringName);
        options.ConnectionString = (configured, options.Provider) switch
        {
            ({ Length: > 0 }, _) => configured,
            (_, DatabaseProvider.Sqlite) => DefaultSqliteConnectionString,
            _ => throw new StartupException($"Database:Provider={options.Provider} needs ConnectionStrings:{ConnectionStringName}."),
        };
        return options;
    }

    private static DatabaseProvider ReadProvider(IConfiguration configuration)
    {
        var name = configuration[$"{Section}:{nameof(Provider)}"];
        if (string.IsNullOrEmpty(name))
        {
            return DatabaseProvider.Sqlite;
        }

        return Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : throw new StartupException($"Database:Provider={name} is unknown; it can be Sqlite or SqlServer.");
    }
}
