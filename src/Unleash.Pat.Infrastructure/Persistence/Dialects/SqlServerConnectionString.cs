using System.Globalization;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Hosting;

namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>What becomes of the connection string: its defaults, and what cannot be used.</summary>
internal static class SqlServerConnectionString
{
    private const int ConnectSeconds = 15;
    private const int CommandSeconds = 10;

    // Statements take a millisecond or so, and a burst of requests is served sooner by few connections that are there than
    // by many that must first be opened, which the pool does one after another, and that then wait for each other's locks.
    private const int Connections = 10;

    private const int ConnectionLifetimeSeconds = 300;
    private const string Verification = " verification";

    // As long as SQL Server keeps it.
    private const int MaxApplicationName = 128;

    /// <summary>Reads it.</summary>
    /// <param name="connectionString">As it is configured.</param>
    /// <param name="maxConnections">The most connections at once, where that is configured.</param>
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

    /// <summary>The same for the connections that are kept for verifying who is asking: another name, another pool.</summary>
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

        // The driver's own way back to a server takes this long between two looks, and its default outlasts a caller.
        Default(builder, "Connect Retry Interval", 1);

        // A pool that refuses for up to a minute after one failure would outlast the server's own absence.
        Default(builder, "Pool Blocking Period", PoolBlockingPeriod.NeverBlock);

        // After a failover, connections to what was the primary would otherwise stay for as long as they are used.
        Default(builder, "Load Balance Timeout", ConnectionLifetimeSeconds);
    }

    private static void EnsureUsable(SqlConnectionStringBuilder builder)
    {
        Require(!string.IsNullOrEmpty(builder.InitialCatalog), "must name a database (Database=…).");
        Require(
            builder.ApplicationIntent != ApplicationIntent.ReadOnly,
            "asks for a read-only replica (ApplicationIntent=ReadOnly), but the service writes. Leave it out.");
        Require(
            builder is { ConnectTimeout: > 0, CommandTimeout: > 0 },
            "must not say Connect Timeout=0 or Command Timeout=0: a request would wait without end.");
        Require(
            builder.MinPoolSize <= builder.MaxPoolSize,
            string.Create(CultureInfo.InvariantCulture, $"has a Min Pool Size above the most connections, {builder.MaxPoolSize}."));
    }

    private static void Require(bool isUsable, string otherwise)
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
