using System.Runtime.ExceptionServices;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>Opens the database at the start, and waits while it is being resumed, moved, recovered or created.</summary>
internal sealed class SqlServerAvailability(SqlServerDialect dialect)
{
    /// <summary>How often the service tries to create the database, or to open one that was just created.</summary>
    public const int MaxAttempts = 10;

    /// <summary>The pause between two attempts.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // A paused serverless database takes about a minute to resume.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    // By the machine's clock: other processes do not go by this service's.
    private readonly long _start = TimeProvider.System.GetTimestamp();

    private bool IsOver => TimeProvider.System.GetElapsedTime(_start) > Timeout;

    /// <summary>Opens the database; waits if it will soon be available.</summary>
    /// <returns>The error, or <see langword="null"/> if it opened.</returns>
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

    /// <summary>Waits until a database that was just created opens.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var attempts = 1; await TryOpenAsync(cancellationToken) is { } exception; attempts++)
        {
            if (attempts == MaxAttempts)
            {
                ExceptionDispatchInfo.Throw(exception);
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
