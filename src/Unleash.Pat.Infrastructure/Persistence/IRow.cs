namespace Unleash.Pat.Infrastructure.Persistence;

/// <summary>A row of an answer, read by the numbers of its columns, without a look at their names and without a box for a value.</summary>
/// <remarks>A value that is NULL where that is not asked for throws <see cref="InvalidOperationException"/> or <see cref="InvalidCastException"/>.</remarks>
internal interface IRow
{
    /// <summary>A column of 64 bits.</summary>
    long Number(int column);

    /// <summary>A column that has 1 for yes and 0 for no.</summary>
    bool Flag(int column);

    string? TextOrNull(int column);

    DateTimeOffset? InstantOrNull(int column);

    string Text(int column) => TextOrNull(column) ?? throw IsNull(column);

    DateTimeOffset Instant(int column) => InstantOrNull(column) ?? throw IsNull(column);

    /// <summary>What a column that must have a value throws where it has none.</summary>
    static InvalidOperationException IsNull(int column) => new($"Column {column} is NULL.");
}
