using System.Data;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Dapper;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Makes the database on a SQL Server, where it is missing and may be made; else waits until it is there.</summary>
internal sealed class SqlServerCreation(SqlServerDialect dialect, DatabaseOptions options, SqlServerReads reads)
{
    private const int NameLength = 128;
    private const int CreateAttempts = 10;
    private const int CreateSeconds = 300;

    // Where a database is ordered by making it, and costs money from then on.
    private const int AzureSqlDatabase = 5;

    // The name is taken: by another node just now, or by a database that this server does not show to this login.
    private const int AlreadyExists = 1801;

    private const string FindDatabase = "SELECT CASE WHEN EXISTS (SELECT 1 FROM sys.databases WHERE name = @Name) THEN 1 ELSE 0 END";

    private const string SelectEdition = "SELECT CAST(SERVERPROPERTY('EngineEdition') AS int)";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // A paused serverless database takes about a minute to come back.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Other processes do not go by this service's clock, so it is the machine's that counts here.
    private readonly long _start = TimeProvider.System.GetTimestamp();

    private bool IsOver => TimeProvider.System.GetElapsedTime(_start) > Patience;

    /// <summary>Makes it where it is missing.</summary>
    /// <exception cref="StartupException">It is missing, and may not be made here.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (await TryOpenAsync(cancellationToken) is null)
        {
            return;
        }

        var isNew = await CreateAsync(cancellationToken);
        await WaitAsync(cancellationToken);
        if (isNew)
        {
            await reads.ReadByVersionsAsync(cancellationToken);
        }
    }

    /// <summary>Opens it, and waits for that where it is being resumed, moved or recovered.</summary>
    /// <returns>Why it does not open; <see langword="null"/> where it does.</returns>
    public async Task<SqlException?> TryOpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = await dialect.OpenAsync(cancellationToken);
                return null;
            }
            catch (SqlException exception)
            {
                if (IsOver || !SqlServerErrors.IsComing(SqlServerErrors.NumbersOf(exception)))
                {
                    return exception;
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var attempts = 1; await TryOpenAsync(cancellationToken) is { } exception; attempts++)
        {
            if (attempts == CreateAttempts)
            {
                ExceptionDispatchInfo.Throw(exception);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<bool> CreateAsync(CancellationToken cancellationToken)
    {
        var ofMaster = new SqlConnectionStringBuilder(dialect.ConnectionString) { InitialCatalog = "master" };
        await using var master = new SqlConnection(ofMaster.ConnectionString);
        await master.OpenAsync(cancellationToken);
        for (var attempts = 1; ; attempts++)
        {
            var name = new { Name = Sql.Text(dialect.Builder.InitialCatalog, NameLength) };
            if (await master.QuerySingleAsync<bool>(new CommandDefinition(FindDatabase, name, cancellationToken: cancellationToken)))
            {
                return false;
            }

            await RequirePermissionAsync(master, cancellationToken);
            try
            {
                await CreateAsync(master, cancellationToken);
                return true;
            }
            catch (SqlException exception)
            {
                if (exception.Number == AlreadyExists || await TryOpenAsync(cancellationToken) is null)
                {
                    return false;
                }

                if (attempts == CreateAttempts || master.State != ConnectionState.Open)
                {
                    throw;
                }
            }

            // One server makes one database at a time and refuses the others for that moment (1807).
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task RequirePermissionAsync(SqlConnection master, CancellationToken cancellationToken)
    {
        var edition = await master.QuerySingleAsync<int>(new CommandDefinition(SelectEdition, cancellationToken: cancellationToken));
        if (edition == AzureSqlDatabase && options.Create is not true)
        {
            throw new StartupException(string.Create(
                CultureInfo.InvariantCulture,
                $"There is no database {dialect.Builder.InitialCatalog} on {dialect.Builder.DataSource}, and the service does not make one there unasked. Create it, or start once with --create-database."));
        }
    }

    private async Task CreateAsync(SqlConnection master, CancellationToken cancellationToken)
    {
        // A name cannot be a parameter here; the builder quotes it.
        using var quoting = new SqlCommandBuilder();
        await master.ExecuteAsync(new CommandDefinition(
            $"CREATE DATABASE {quoting.QuoteIdentifier(dialect.Builder.InitialCatalog)}",
            commandTimeout: CreateSeconds,
            cancellationToken: cancellationToken));
    }
}
