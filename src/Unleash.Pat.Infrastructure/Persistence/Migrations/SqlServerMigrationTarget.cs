using System.Data;
using System.Globalization;
using Azure.Identity;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Common;
using Unleash.Pat.Infrastructure.Persistence.Dialects;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>A database of a SQL Server, and an application lock in it.</summary>
internal sealed class SqlServerMigrationTarget(SqlServerDialect dialect) : IMigrationTarget
{
    private const string LockName = "Unleash.Pat migrations";
    private const int LockWaitMilliseconds = 5_000;
    private const int NameLength = 128;
    private const int CreateAttempts = 10;

    // The login is known, and the database is not there, or not for it.
    private const int CannotOpenDatabase = 4060;

    // Nobody's request waits for these, so the connection string's patience, which is a caller's, does not hold for them.
    private const int LockSeconds = 30;
    private const int CreateSeconds = 300;
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromHours(1);

    private const string FindDatabase = "SELECT DB_ID(@Name)";

    private const string TakeLock = """
        DECLARE @Result int;
        EXEC @Result = sp_getapplock @Resource = @Name, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = @Wait;
        SELECT @Result;
        """;

    private const string ReleaseLock = "EXEC sp_releaseapplock @Resource = @Name, @LockOwner = 'Session';";

    private static readonly TimeSpan CreatePause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(100);

    public DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public string Folder => Directory.GetCurrentDirectory();

    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dialect.OpenAsync(cancellationToken);
            return true;
        }
        catch (SqlException exception) when (exception.Number is CannotOpenDatabase)
        {
            return false;
        }
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (await CanOpenAsync(cancellationToken))
        {
            return;
        }

        var master = new SqlConnectionStringBuilder(dialect.ConnectionString) { InitialCatalog = "master" };
        await using var connection = new SqlConnection(master.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        for (var attempts = 1; !await TryCreateAsync(connection, attempts, cancellationToken); attempts++)
        {
            await Task.Delay(CreatePause, cancellationToken);
        }
    }

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        // Unpooled, so that the lock ends with the connection even where it was not given back.
        var own = new SqlConnectionStringBuilder(dialect.ConnectionString) { Pooling = false };
        var connection = new SqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await TakeLockAsync(connection, cancellationToken);
            return new Turn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public UpgradeEngineBuilder Upgrade() => DeployChanges.To
        .SqlDatabase(dialect.ConnectionString)
        .WithExecutionTimeout(MigrationTimeout);

    public string? Explain(Exception exception) => exception is SqlException or NoConnectionException or AuthenticationFailedException
        ? $"The database {dialect.Builder.InitialCatalog} on {dialect.Builder.DataSource} cannot be used: "
            + $"{exception.Message} If it does not exist, create it, or let the login create databases; the "
            + "documentation lists the permissions that the service needs."
        : null;

    private async Task<bool> CanOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dialect.OpenAsync(cancellationToken);
            return true;
        }
        catch (SqlException)
        {
            // Missing, or not for this login; master tells.
            return false;
        }
    }

    // One server makes one database at a time and refuses the others for that moment (1807); another node may also have
    // made this one meanwhile.
    private async Task<bool> TryCreateAsync(SqlConnection master, int attempts, CancellationToken cancellationToken)
    {
        var name = dialect.Builder.InitialCatalog;
        var found = await master.ExecuteScalarAsync<int?>(new CommandDefinition(
            FindDatabase, new { Name = Sql.Text(name, NameLength) }, cancellationToken: cancellationToken));
        if (found is not null)
        {
            return true;
        }

        try
        {
            // A name cannot be a parameter here; the builder quotes it.
            using var quoting = new SqlCommandBuilder();
            await master.ExecuteAsync(new CommandDefinition(
                $"CREATE DATABASE {quoting.QuoteIdentifier(name)}",
                commandTimeout: CreateSeconds,
                cancellationToken: cancellationToken));
            return true;
        }
        catch (SqlException) when (attempts < CreateAttempts && master.State == ConnectionState.Open)
        {
            return false;
        }
    }

    private static async Task TakeLockAsync(SqlConnection connection, CancellationToken cancellationToken)
    {
        // The process that has the lock does not go by this service's clock, so it is the machine's that counts here.
        var start = TimeProvider.System.GetTimestamp();
        var parameters = new { Name = Sql.Text(LockName, NameLength), Wait = LockWaitMilliseconds };
        while (true)
        {
            var result = await connection.ExecuteScalarAsync<int>(
                new CommandDefinition(TakeLock, parameters, commandTimeout: LockSeconds, cancellationToken: cancellationToken));
            if (result >= 0)
            {
                return;
            }

            if (TimeProvider.System.GetElapsedTime(start) > LockTimeout)
            {
                throw new StartupException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Another process has been migrating the database for {LockTimeout.TotalMinutes} minutes."));
            }

            await Task.Delay(LockPoll, cancellationToken);
        }
    }

    private sealed class Turn(SqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (connection.State == ConnectionState.Open)
            {
                await connection.ExecuteAsync(ReleaseLock, new { Name = Sql.Text(LockName, NameLength) });
            }

            await connection.DisposeAsync();
        }
    }
}
