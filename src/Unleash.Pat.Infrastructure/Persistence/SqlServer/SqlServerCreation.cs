using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>Creates the database on a SQL Server, where it is missing and may be created.</summary>
internal sealed class SqlServerCreation(
    SqlServerDialect dialect, DatabaseOptions options, SqlServerAvailability availability, SqlServerReads reads)
{
    private const int NameLength = 128;
    private const int CreateSeconds = 300;

    // Where to create a database is to order it, and costs money from then on.
    private const int AzureSqlDatabase = 5;

    // The name is taken: by another node just now, or by a database that this server does not show to this login.
    private const int AlreadyExists = 1801;

    private const string FindDatabase = "SELECT CASE WHEN EXISTS (SELECT 1 FROM sys.databases WHERE name = @Name) THEN 1 ELSE 0 END";

    private const string SelectEdition = "SELECT CAST(SERVERPROPERTY('EngineEdition') AS int)";

    /// <summary>Creates the database where it is missing.</summary>
    /// <exception cref="StartupException">It is missing, and may not be created here.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await availability.TryOpenAsync(cancellationToken) is null)
        {
            return;
        }

        var isNew = await CreateAsync(cancellationToken);
        await availability.WaitAsync(cancellationToken);
        if (isNew)
        {
            await reads.ReadByVersionsAsync(cancellationToken);
        }
    }

    private async Task<bool> CreateAsync(CancellationToken cancellationToken)
    {
        var ofMaster = new SqlConnectionStringBuilder(dialect.ConnectionString) { InitialCatalog = "master" };
        await using var master = new SqlConnection(ofMaster.ConnectionString);
        await master.OpenAsync(cancellationToken);
        for (var attempts = 1; !await ExistsAsync(master, cancellationToken); attempts++)
        {
            await EnsurePermittedAsync(master, cancellationToken);
            if (await TryCreateAsync(master, isLast: attempts == SqlServerAvailability.MaxAttempts, cancellationToken) is { } isNew)
            {
                return isNew;
            }

            // One server creates one database at a time and refuses the others for that moment (1807).
            await Task.Delay(SqlServerAvailability.Pause, cancellationToken);
        }

        return false;
    }

    private Task<bool> ExistsAsync(SqlConnection master, CancellationToken cancellationToken)
    {
        var name = new { Name = Sql.Text(dialect.Builder.InitialCatalog, NameLength) };
        return master.QuerySingleAsync<bool>(new CommandDefinition(FindDatabase, name, cancellationToken: cancellationToken));
    }

    private async Task EnsurePermittedAsync(SqlConnection master, CancellationToken cancellationToken)
    {
        var edition = await master.QuerySingleAsync<int>(new CommandDefinition(SelectEdition, cancellationToken: cancellationToken));
        if (edition == AzureSqlDatabase && options.Create is not true)
        {
            throw new StartupException(string.Create(
                CultureInfo.InvariantCulture,
                $"There is no database {dialect.Builder.InitialCatalog} on {dialect.Builder.DataSource}, and the service does not create one there unasked. Create it, or start once with --create-database."));
        }
    }

    /// <returns>Whether this node has created it; <see langword="null"/> where another attempt is due.</returns>
    private async Task<bool?> TryCreateAsync(SqlConnection master, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            // A name cannot be a parameter here; the builder quotes it.
            using var quoting = new SqlCommandBuilder();
            await master.ExecuteAsync(new CommandDefinition(
                $"CREATE DATABASE {quoting.QuoteIdentifier(dialect.Builder.InitialCatalog)}",
                commandTimeout: CreateSeconds,
                cancellationToken: cancellationToken));
            return true;
        }
        catch (SqlException exception)
        {
            if (exception.Number == AlreadyExists || await availability.TryOpenAsync(cancellationToken) is null)
            {
                return false;
            }

            if (isLast || master.State != ConnectionState.Open)
            {
                throw;
            }

            return null;
        }
    }
}
