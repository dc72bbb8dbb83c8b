namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>The engines that can hold the database.</summary>
internal enum DatabaseProvider
{
    /// <summary>A file on the service's own machine. The default.</summary>
    Sqlite = 0,

    /// <summary>SQL Server 2019 or later, or Azure SQL.</summary>
    SqlServer = 1,
}
