using Microsoft.Extensions.Configuration;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The section <c>Database</c> of the configuration, and the connection string (docs/api.md, section 6).</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary>The connection string's name under <c>ConnectionStrings</c>.</summary>
    public const string ConnectionStringName = "UnleashPat";

    /// <summary>The default place of the embedded database: below the folder that the service is started in.</summary>
    public const string DefaultSqliteConnectionString = "Data Source=data/unleash-pat.db";

    private const int DefaultVerificationConnections = 8;

    // SQL Server's own limit.
    private const int MostConnections = 32_767;

    /// <summary>Which engine holds the database. Default: <see cref="DatabaseProvider.Sqlite"/>.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>From <c>ConnectionStrings:UnleashPat</c>. Default with SQLite: a file; with SQL Server there is none.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Whether start-up creates and migrates the database. Switched off, it only checks that the database is at this version,
    /// and the service does not start where it is not. Default: <see langword="true"/>.
    /// </summary>
    public bool MigrateOnStart { get; set; } = true;

    /// <summary>
    /// The most connections to SQL Server at once, apart from those for verification. Unset, the connection string's
    /// <c>Max Pool Size</c>, which is 10 unless it says otherwise.
    /// </summary>
    public int? MaxConnections { get; set; }

    /// <summary>The most connections to SQL Server that are reserved for verification. Default: 8.</summary>
    public int VerificationConnections { get; set; } = DefaultVerificationConnections;

    /// <summary>
    /// Whether a missing database may be created on a server. Unset, the service creates it, except on Azure SQL, where one
    /// costs money. <c>--create-database</c> sets it to true.
    /// </summary>
    public bool? Create { get; set; }

    /// <summary>
    /// Whether an empty database may be created where there was another one before. Only <c>--create-database</c> sets it: as
    /// a setting it would stay. Default: <see langword="false"/>.
    /// </summary>
    public bool CreateAgain { get; set; }

    internal static DatabaseOptions Read(IConfiguration configuration, bool createAgain = false)
    {
        var options = new DatabaseOptions
        {
            Provider = ReadProvider(configuration),
            CreateAgain = createAgain,
            MigrateOnStart = configuration.GetValue($"{Section}:{nameof(MigrateOnStart)}", true),
            MaxConnections = ReadConnections(configuration, nameof(MaxConnections)),
            VerificationConnections =
                ReadConnections(configuration, nameof(VerificationConnections)) ?? DefaultVerificationConnections,
            Create = createAgain ? true : configuration.GetValue<bool?>($"{Section}:{nameof(Create)}"),
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

    private static int? ReadConnections(IConfiguration configuration, string name)
    {
        var connections = configuration.GetValue<int?>($"{Section}:{name}");
        return connections is null or (>= 1 and <= MostConnections)
            ? connections
            : throw new StartupException($"{Section}:{name} must be between 1 and {MostConnections}.");
    }
}
