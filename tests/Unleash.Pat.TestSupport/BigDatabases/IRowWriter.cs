namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>Writes many rows into an engine's database.</summary>
internal interface IRowWriter : IAsyncDisposable
{
    /// <summary>Writes all rows of a table.</summary>
    Task WriteAsync(RowTable table, CancellationToken cancellationToken);

    /// <summary>Leaves the database as the service expects it.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
