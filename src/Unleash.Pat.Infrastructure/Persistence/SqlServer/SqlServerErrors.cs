using System.Collections.Frozen;
using Microsoft.Data.SqlClient;

namespace Unleash.Pat.Infrastructure.Persistence.SqlServer;

/// <summary>What SQL Server's error numbers mean.</summary>
internal static class SqlServerErrors
{
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int ForeignKey = 547;
    private const int MissingColumn = 207;
    private const int MissingTable = 208;
    private const int Unnamed = 0;

    // From this class on an error closes the connection.
    private const byte Fatal = 20;

    /// <summary>
    /// Numbers after which the same statement may succeed: those that Microsoft publishes for Azure SQL ("Troubleshoot
    /// transient connection errors"), deadlocks, lock timeouts, and what a network says when it breaks.
    /// </summary>
    private static readonly FrozenSet<int> Transient = FrozenSet.Create(
        -2, 20, 64, 121, 233, 258, 615, 926, 997, 1204, 1205, 1222, 3958, 3966, 3967, 4060, 4221, 10053, 10054, 10060, 10061, 10928, 10929,
        10936, 11001, 14355, 17197, 18401, 40143, 40197, 40501, 40540, 40544, 40549, 40550, 40551, 40552, 40553, 40613,
        41301, 41302, 41305, 41325, 41839, 42108, 42109, 49918, 49919, 49920);

    /// <summary>
    /// Numbers that last until an operator intervenes: login refused, database read-only, full, offline, paused, recovering,
    /// or the server shutting down or not found.
    /// </summary>
    private static readonly FrozenSet<int> Unavailable = FrozenSet.Create(
        2, 53, 229, 230, 596, 701, 802, 823, 824, 825, 845, 904, 905, 911, 912, 913, 916, 921, 922, 923, 924, 927, 942,
        945, 946, 952, 955, 976, 978, 979, 982, 983, 1101, 1105, 3906, 3908, 3960, 5120, 5123, 6002, 6005, 8628, 8645, 8651,
        9001, 9002, 17142, 17187, 17806, 18451, 18452, 18456, 18461, 18470, 18486, 18487, 18488);

    // Read-only, or a secondary replica that takes no connections: what was the primary before a failover.
    private static readonly FrozenSet<int> WrongReplica = FrozenSet.Create(976, 978, 983, 3906);

    // A database that is being resumed, moved or recovered, or a gateway that is busy: what ends by itself. Not the errors
    // of a network, which also come where no server ever listens.
    private static readonly FrozenSet<int> Coming = FrozenSet.Create(
        615, 921, 922, 926, 4221, 18401, 40143, 40166, 40197, 40501, 40540, 40613, 42108, 42109, 49918, 49919, 49920);

    /// <summary>Whether the statement went to a replica that does not accept it, while another replica may.</summary>
    public static bool IsWrongReplica(IEnumerable<int> numbers) => numbers.Any(WrongReplica.Contains);

    /// <summary>Whether the database exists and will accept connections soon.</summary>
    public static bool IsComing(IEnumerable<int> numbers) => numbers.Any(Coming.Contains);

    /// <summary>
    /// Whether the server has refused a statement and says so over a connection that is still open. An error of the driver
    /// itself, a timeout or a broken connection, has the number 0 or a negative one.
    /// </summary>
    public static bool IsRefusal(SqlException fault) =>
        fault.Class < Fatal && fault.Errors.Cast<SqlError>().All(error => error.Number > 0);

    /// <summary>Classifies a failed statement or a refused login.</summary>
    public static DatabaseFault Classify(SqlException fault) => Classify(NumbersOf(fault), fault.Class >= Fatal);

    /// <summary>Classifies the numbers of all errors of a statement; <paramref name="isFatal"/> says that they closed the connection.</summary>
    /// <returns>The first fault that applies, so that an unclear number never hides a duplicate key.</returns>
    public static DatabaseFault Classify(IEnumerable<int> numbers, bool isFatal)
    {
        var all = numbers.ToList();
        if (all.Exists(number => number is UniqueIndex or UniqueConstraint))
        {
            return DatabaseFault.DuplicateKey;
        }

        if (all.Contains(ForeignKey))
        {
            return DatabaseFault.MissingReference;
        }

        if (all.Exists(Transient.Contains))
        {
            return DatabaseFault.Transient;
        }

        if (all.Exists(Unavailable.Contains))
        {
            return DatabaseFault.Unavailable;
        }

        if (all.Exists(number => number is MissingColumn or MissingTable))
        {
            return DatabaseFault.Structure;
        }

        // The numbers of a network that breaks differ between operating systems. That the connection is closed does not,
        // and the next connection may work.
        return isFatal ? DatabaseFault.Transient : all.Contains(Unnamed) ? DatabaseFault.Unavailable : DatabaseFault.Unexpected;
    }

    /// <summary>The numbers of all errors of the server; none for any other exception.</summary>
    public static IEnumerable<int> NumbersOf(Exception exception) =>
        exception is SqlException fault ? fault.Errors.Cast<SqlError>().Select(error => error.Number) : [];
}
