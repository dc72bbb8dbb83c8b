using System.Data;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Azure.Identity;
using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.SqlServer;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Infrastructure.Persistence.Migrations;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>A database of a SQL Server, and an application lock in it.</summary>
internal sealed class SqlServerMigrationTarget(SqlServerDialect dialect, SqlServerCreation creation, SqlServerAvailability availability, SqlServerReads reads)
    : IMigrationTarget
{
    private const string LockName = "Unleash.Pat migrations";
    private const int LockWaitMilliseconds = 20_000;
    private const int NameLength = 128;

    // The login is known, and the database does not exist, or not for this login.
    private const int CannotOpenDatabase = 4060;
    private const int NoSuchDatabase = 911;

    // No request waits for these, so the connection string's command timeout, which is for requests, does not apply.
    private const int LockSeconds = 30;
    private static readonly TimeSpan MigrationTimeout = TimeSpan.FromHours(1);

    private const string TakeLock = """
        DECLARE @Result int;
        EXEC @Result = sp_getapplock @Resource = @Name, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = @Wait;
        SELECT @Result;
        """;

    private const string ReleaseLock = "EXEC sp_releaseapplock @Resource = @Name, @LockOwner = 'Session';";

    private static readonly TimeSpan LockTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(100);

    public DatabaseProvider Provider => DatabaseProvider.SqlServer;

    public string Folder => Directory.GetCurrentDirectory();

    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        var fault = await availability.TryOpenAsync(cancellationToken);
        if (fault is not (null or { Number: CannotOpenDatabase or NoSuchDatabase }))
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return fault is null;
    }

    public Task CreateAsync(CancellationToken cancellationToken) => creation.EnsureAsync(cancellationToken);

    public async Task<IAsyncDisposable> LockAsync(CancellationToken cancellationToken)
    {
        // By the machine's clock: the process that has the lock does not go by this service's.
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < LockTimeout)
        {
            if (await TryLockAsync(cancellationToken) is { } migrationLock)
            {
                return migrationLock;
            }

            await Task.Delay(LockPoll, cancellationToken);
        }

        throw new StartupException(string.Create(
            CultureInfo.InvariantCulture,
            $"Another process has been migrating the database for {LockTimeout.TotalMinutes} minutes."));
    }

    public async Task<IReadOnlySet<string>?> PrepareAsync(CancellationToken cancellationToken)
    {
        await reads.WarnOfLockingReadsAsync(cancellationToken);
        return null;
    }

    public UpgradeEngineBuilder Upgrade() => DeployChanges.To
        .SqlDatabase(dialect.ConnectionString)
        .JournalTo((connections, log) => new Journals(
            new SqlTableJournal(connections, log, schema: null, Journals.Versions),
            new SqlTableJournal(connections, log, schema: null, Journals.Additions)))
        .WithExecutionTimeout(MigrationTimeout);

    public string? Explain(Exception exception) => exception is SqlException or NoConnectionException or AuthenticationFailedException
        ? $"The database {dialect.Builder.InitialCatalog} on {dialect.Builder.DataSource} cannot be used: "
            + $"{exception.Message} If it does not exist, create it, or let the login create databases; the "
            + "documentation lists the permissions that the service needs."
        : null;

    // A connection for each attempt, so that none is open for as long as another process migrates.
    private async Task<IAsyncDisposable?> TryLockAsync(CancellationToken cancellationToken)
    {
        // Not pooled, so that the lock ends with the connection even where it was not released.
        var own = new SqlConnectionStringBuilder(dialect.ConnectionString) { Pooling = false };
        var connection = new SqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var parameters = new { Name = Sql.Text(LockName, NameLength), Wait = LockWaitMilliseconds };
            if (await connection.QuerySingleAsync<int>(
                new CommandDefinition(TakeLock, parameters, commandTimeout: LockSeconds, cancellationToken: cancellationToken)) >= 0)
            {
                return new MigrationLock(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private sealed class MigrationLock(SqlConnection connection) : IAsyncDisposable
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
