using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>Refuses copies: SQL Server makes its own backups, which are files of the server and not of this machine.</summary>
internal sealed class SqlServerCopies : IDatabaseCopies
{
    public Task BackUpAsync(string file, CancellationToken cancellationToken) => throw new StartupException(
        "This verb is for SQLite. On SQL Server use BACKUP DATABASE, or the backups of Azure SQL.");

    public Task<string?> RestoreAsync(string file, CancellationToken cancellationToken) => throw new StartupException(
        "This verb is for SQLite. On SQL Server use RESTORE DATABASE with what BACKUP DATABASE made, or the backups of Azure SQL.");
}
