namespace Unleash.Pat.TestSupport.BigDatabases;

/// <summary>Rows for a table. A row is valid until the next one is taken.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns, and the types of their values.</param>
/// <param name="Rows">Values in the order of the columns; instants as <see cref="DateTimeOffset"/>.</param>
internal sealed record RowTable(string Name, IReadOnlyList<(string Name, Type Type)> Columns, IEnumerable<object?[]> Rows);
