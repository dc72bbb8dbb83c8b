using System.Data.Common;
using Dapper;

namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>What differs between the engines. Every other statement is one text for both.</summary>
internal interface ISqlDialect
{
    /// <summary>Opens a connection that is ready for statements.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens one of the connections that are reserved for verification, so that no other work can take them all.</summary>
    Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken);

    /// <summary>The longest that a statement takes.</summary>
    TimeSpan StatementTimeout { get; }

    /// <summary>The longest that one piece of work waits for the write lock, a connection and other processes' locks.</summary>
    TimeSpan Timeout => System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// The commands that begin and end transactions; <see langword="null"/> on an engine that has one writer at a time, whose
    /// changes are committed in groups.
    /// </summary>
    TransactionCommands? Transaction { get; }

    /// <summary>The longest time between the id that a row gets and the commit of the row; zero with one writer at a time.</summary>
    TimeSpan CommitDelay { get; }

    /// <summary>
    /// Opens the connection that writes, on an engine that has one writer at a time, and begins a transaction as soon as no
    /// other process writes. Disposing of the connection rolls back what is not committed.
    /// </summary>
    Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>For how long a group of changes takes further ones, on an engine that has one writer at a time.</summary>
    TimeSpan MaxGroupDuration => TimeSpan.FromMilliseconds(25);

    /// <summary>Throws where the next reader would not find what was committed.</summary>
    void EnsureKept()
    {
    }

    /// <summary>Why only changes that take rights away may be written now; <see langword="null"/> where all may.</summary>
    Exception? WhyOnlyRevocations => null;

    /// <summary>How often room was made for changes that take rights away.</summary>
    int TimesRoomWasMade => 0;

    /// <summary>Makes room for a change that takes a right away, where a write failed for lack of it.</summary>
    /// <param name="before">How often room had been made when the write began: several can fail for the same lack.</param>
    /// <returns>Whether another attempt is worthwhile.</returns>
    bool TryMakeRoom(Exception? failure, int before) => false;

    /// <summary>Why the service is not ready, where no statement shows it; <see langword="null"/> where it is.</summary>
    Exception? WhyNotReady => null;

    /// <summary>A query that returns <c>READ_ONLY</c> where the database takes no writes.</summary>
    string SelectUpdateability { get; }

    /// <summary>Classifies an engine's exception.</summary>
    DatabaseFault Classify(Exception exception);

    /// <summary>
    /// Whether an exception is the engine's own refusal of a statement, which has rolled its transaction back. Any other
    /// exception, a lost connection or a cancelled wait, leaves the outcome in doubt.
    /// </summary>
    bool IsRefusal(Exception exception);

    /// <summary>Keeps a connection from being used again, because its transaction may not have ended.</summary>
    void Abandon(DbConnection connection);

    /// <summary>Is called when work over a connection failed, so that others that would fail as well are not used again.</summary>
    void OnConnectionFailed(DbConnection connection, Exception exception);

    /// <summary>Runs a statement without parameters or rows, which begins or ends a part of a transaction.</summary>
    void Control(DbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    /// <summary>Commits the transaction of a group.</summary>
    void Commit(DbConnection connection) => Control(connection, "COMMIT");

    /// <summary>Runs statements, each ended by a semicolon, within a transaction.</summary>
    /// <returns>The number that one of them selects, if any.</returns>
    Task<long?> RunAsync(DbConnection connection, string statements, DynamicParameters parameters, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(statements, parameters, cancellationToken: cancellationToken));

    /// <summary>Reads all rows that one statement selects.</summary>
    /// <param name="read">Reads one row, which it must not keep.</param>
    Task<List<T>> QueryAsync<T>(
        DbConnection connection, string select, DynamicParameters parameters, Func<IRow, T> read, CancellationToken cancellationToken);

    /// <summary>Reads all rows that one statement selects, where that needs no wait and nothing fails.</summary>
    /// <returns><see langword="null"/> where it cannot: a read over a connection then waits, or says what is wrong.</returns>
    List<T>? TryQuery<T>(string select, DynamicParameters parameters, Func<IRow, T> read) => null;

    /// <summary>
    /// Makes statements one transaction within their own text, so that they take one round trip; <see langword="null"/>
    /// where the engine has no use for that.
    /// </summary>
    string? WrapInTransaction(string statements);

    /// <summary>
    /// Whether the indexes of the event log and of the selectors of tokens get rows in batches, from housekeeping, because an
    /// engine with one writer at a time would have all changes wait for them. Then <c>events</c> and <c>pat_secrets</c> have the
    /// column <c>unindexed</c>, which is 1 until that (docs/decisions/0054-events-are-indexed-in-batches.md and
    /// 0056-secrets-are-indexed-in-batches.md).
    /// </summary>
    bool IndexesLater { get; }

    /// <summary>
    /// Whether a statement of a text that selects a column <c>@Name</c> sets this parameter for the statements after it, and ends
    /// the text where it selects no number. An engine that prepares for the failure of each <c>INSERT … SELECT</c>, and copies
    /// its rows where it reads the table that it changes, is spared both.
    /// </summary>
    bool KeepsNumbers => false;

    /// <summary>An expression: the number of rows that the previous statement changed.</summary>
    string RowsChanged { get; }

    /// <summary>An expression: a count of rows as a 64-bit integer.</summary>
    string CountRows { get; }

    /// <summary>An expression: a text column as a JSON string.</summary>
    string JsonText(string column);

    /// <summary>An expression: a number in a JSON object, as a 64-bit integer; NULL where the object has none.</summary>
    /// <param name="property">Letters alone.</param>
    string JsonNumber(string column, string property);

    /// <summary>An expression: an instant as docs/api.md has it, <c>2027-01-01T00:00:00.000Z</c>.</summary>
    string InstantText(string column);

    /// <summary>
    /// A statement that locks rows for the rest of its transaction, given as an UPDATE that changes nothing; an empty text
    /// where the engine has one writer at a time.
    /// </summary>
    string Lock(string update);

    /// <summary>Makes an INSERT of one row return the id that the database gave it.</summary>
    string ReturningId(string insert);

    /// <summary>An expression: the id of the row that was inserted last.</summary>
    string LastId { get; }

    /// <summary>
    /// A condition: a text column contains a text, character for character. Not LIKE, so that nothing in it is a wildcard
    /// and no escaping, which engines read differently, can be forgotten.
    /// </summary>
    string Contains(string column, string part);

    /// <summary>The index of parts of search keys; <see langword="null"/> where the engine has none.</summary>
    /// <param name="part">Two characters or more.</param>
    PartIndex? IndexOf(string part) => null;

    /// <summary>Adds the paging clause to a query that ends in ORDER BY; it takes <c>@Offset</c> and <c>@Limit</c>.</summary>
    string Page(string query);

    /// <summary>
    /// Whether the engine certainly reads the first rows of a UNION ALL in an order that indexes of its parts have without
    /// reading the others.
    /// </summary>
    bool MergesInOrder { get; }

    /// <summary>Limits a query that ends in ORDER BY to its first rows.</summary>
    /// <param name="count">The parameter that has their number.</param>
    string First(string query, string count);

    /// <summary>
    /// A column in a condition or an order that must not choose the index by which the statement reads, on an engine that
    /// has no statistics to choose by.
    /// </summary>
    string Unindexed(string column) => column;

    /// <summary>An expression: the milliseconds from one instant to another, as a 64-bit integer.</summary>
    string MillisecondsBetween(string from, string to);

    /// <summary>The longest that a search through many rows takes.</summary>
    TimeSpan SearchTimeout => StatementTimeout;

    /// <summary>Stops the statement that runs over a connection, on an engine whose driver does not do so when it is cancelled.</summary>
    void Interrupt(DbConnection connection)
    {
    }
}
