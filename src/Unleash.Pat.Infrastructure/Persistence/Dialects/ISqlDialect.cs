using System.Data.Common;

namespace Unleash.Pat.Infrastructure.Persistence.Dialects;

/// <summary>What differs between the engines; all else is one text for both.</summary>
internal interface ISqlDialect
{
    /// <summary>Opens a connection that is ready for statements.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The same from those that are kept for verifying who is asking, so that no other work can take them all.</summary>
    Task<DbConnection> OpenForVerificationAsync(CancellationToken cancellationToken);

    /// <summary>How long a statement takes at most.</summary>
    TimeSpan LongestStatement { get; }

    /// <summary>How transactions are begun and ended; <see langword="null"/> where the driver does it itself.</summary>
    TransactionCommands? Transaction { get; }

    /// <summary>Waits for the turn to write, on an engine that has one writer at a time.</summary>
    ValueTask<IDisposable?> EnterWriteAsync(CancellationToken cancellationToken);

    /// <summary>The longest that one piece of work waits for its turn, a connection and other processes' locks.</summary>
    TimeSpan Patience => Timeout.InfiniteTimeSpan;

    /// <summary>Begins a transaction that writes, where the driver does it itself.</summary>
    ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(cancellationToken);

    /// <summary>Makes sure that what was committed is where the next reader looks.</summary>
    void RequireKept()
    {
    }

    /// <summary>Why nothing but what takes rights away may be written now; <see langword="null"/> where all may.</summary>
    Exception? WhyOnlyRevocations => null;

    /// <summary>Makes room for what takes a right away, where a write failed for want of it.</summary>
    /// <returns>Whether it is worth another attempt.</returns>
    bool TryMakeRoom(Exception? failure) => false;

    /// <summary>Why the service is not ready, as far as no statement tells; <see langword="null"/> where it is.</summary>
    Exception? WhyNotReady => null;

    /// <summary>Answers <c>READ_ONLY</c> where the database takes no writes.</summary>
    string SelectUpdateability { get; }

    /// <summary>Says what an engine's exception means.</summary>
    DatabaseFault Classify(Exception exception);

    /// <summary>
    /// Whether an exception is the engine's own refusal of a statement, which has undone its transaction; anything else, a
    /// lost connection or a wait that was ended, leaves in doubt what has happened.
    /// </summary>
    bool IsRefusal(Exception exception);

    /// <summary>Keeps a connection from being used again, because its transaction may not have ended.</summary>
    void Abandon(DbConnection connection);

    /// <summary>Takes note that work over a connection failed, so that others like it are not used again where they cannot be.</summary>
    void OnConnectionFailed(DbConnection connection, Exception exception);

    /// <summary>
    /// Makes statements one transaction within their own text, so that they take one round trip; <see langword="null"/>
    /// where the engine has no use for that.
    /// </summary>
    string? Atomic(string writes);

    /// <summary>How many rows the statement before has changed; an expression.</summary>
    string RowsChanged { get; }

    /// <summary>Counts rows, however many there are; an expression.</summary>
    string CountRows { get; }

    /// <summary>Makes an INSERT of one row answer the id that the database gave it.</summary>
    string ReturningId(string insert);

    /// <summary>
    /// A condition: a text column holds a text, character for character. Not LIKE, so that nothing in it is a wildcard
    /// and no escaping, which engines read differently, can be forgotten.
    /// </summary>
    string Holds(string column, string part);

    /// <summary>Adds the paging clause to a query that ends in ORDER BY; takes <c>@Offset</c> and <c>@Limit</c>.</summary>
    string Page(string query);
}
