using System.Globalization;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>Reads the connection string, adds defaults, and refuses what cannot work.</summary>
internal static class SqlServerConnectionString
{
    private const int ConnectSeconds = 15;
    private const int CommandSeconds = 10;

    // Statements take about a millisecond. A burst of requests is served sooner by few open connections than by many that
    // the pool must first open one after another, and that then wait for each other's locks.
    private const int Connections = 10;

    private const int ConnectionLifetimeSeconds = 300;
    private const string Verification = " verification";

    // SQL Server's own limit.
    private const int MaxApplicationName = 128;

    /// <exception cref="StartupException">It cannot be used.</exception>
    public static SqlConnectionStringBuilder Parse(string connectionString, int? maxConnections)
    {
        try
        {
            var builder = new SqlConnectionStringBuilder(connectionString);
            AddDefaults(builder);
            builder.MaxPoolSize = maxConnections ?? builder.MaxPoolSize;
            EnsureUsable(builder);
            return builder;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The cause can quote the connection string, which can hold a password.
            throw new StartupException("ConnectionStrings:UnleashPat is no connection string for SQL Server.");
        }
    }

    /// <summary>The same for the connections that are reserved for verification: another name, so another pool.</summary>
    public static SqlConnectionStringBuilder ForVerification(SqlConnectionStringBuilder builder, int connections)
    {
        var name = builder.ApplicationName;
        return new SqlConnectionStringBuilder(builder.ConnectionString)
        {
            ApplicationName = name[..Math.Min(name.Length, MaxApplicationName - Verification.Length)] + Verification,
            MaxPoolSize = connections,
            MinPoolSize = Math.Min(builder.MinPoolSize, connections),
        };
    }

    private static void AddDefaults(SqlConnectionStringBuilder builder)
    {
        Default(builder, "Connect Timeout", ConnectSeconds);
        Default(builder, "Command Timeout", CommandSeconds);
        Default(builder, "Application Name", "Unleash.Pat");
        Default(builder, "Max Pool Size", Math.Max(Connections, builder.MinPoolSize));

        // The driver's own reconnecting pauses this long between two attempts, and its default outlasts a caller.
        Default(builder, "Connect Retry Interval", 1);

        // A pool that refuses for up to a minute after one failure would refuse longer than the server is away.
        Default(builder, "Pool Blocking Period", PoolBlockingPeriod.NeverBlock);

        // After a failover, connections to the former primary would otherwise stay for as long as they are used.
        Default(builder, "Load Balance Timeout", ConnectionLifetimeSeconds);
    }

    private static void EnsureUsable(SqlConnectionStringBuilder builder)
    {
        Ensure(!string.IsNullOrEmpty(builder.InitialCatalog), "must name a database (Database=…).");
        Ensure(
            builder.ApplicationIntent != ApplicationIntent.ReadOnly,
            "asks for a read-only replica (ApplicationIntent=ReadOnly), but the service writes. Leave it out.");
        Ensure(
            builder is { ConnectTimeout: > 0, CommandTimeout: > 0 },
            "must not say Connect Timeout=0 or Command Timeout=0: a request would wait without end.");
        Ensure(
            builder.MinPoolSize <= builder.MaxPoolSize,
            string.Create(CultureInfo.InvariantCulture, $"has a Min Pool Size above the most connections, {builder.MaxPoolSize}."));
    }

    private static void Ensure(bool isUsable, string otherwise)
    {
        if (!isUsable)
        {
            throw new StartupException($"ConnectionStrings:UnleashPat {otherwise}");
        }
    }

    private static void Default(SqlConnectionStringBuilder builder, string keyword, object value)
    {
        if (!builder.ShouldSerialize(keyword))
        {
            builder[keyword] = value;
        }
    }
}
