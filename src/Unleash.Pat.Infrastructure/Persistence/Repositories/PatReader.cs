using System.Data;
using System.Data.Common;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>
/// Reads the tokens of an account, which clients ask for more often than for anything else in the database. Dapper, which looks
/// at the name and the type of each column of each answer and boxes each value, would be a sixth of what such a request costs.
/// </summary>
internal static class PatReader
{
    /// <returns>The tokens in the order of their ids.</returns>
    /// <param name="select">Selects <see cref="TokenRow.Columns"/> alone, of the account <c>@UserId</c>.</param>
    public static async Task<IReadOnlyList<PersonalAccessToken>> ReadAsync(
        DbConnection connection, ISqlDialect dialect, string select, long userId, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = select;
        var owner = command.CreateParameter();
        (owner.ParameterName, owner.DbType, owner.Value) = ("UserId", DbType.Int64, userId);
        command.Parameters.Add(owner);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var tokens = new List<PersonalAccessToken>();
        while (await rows.ReadAsync(cancellationToken))
        {
            tokens.Add(Read(rows, dialect));
        }

        // An account has few: to sort them costs an engine, which copies the rows for it, more than it does here.
        tokens.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return tokens;
    }

    private static PersonalAccessToken Read(DbDataReader row, ISqlDialect dialect)
    {
        try
        {
            return new PersonalAccessToken(
                row.GetInt64(0),
                row.GetInt64(1),
                TokenDescription.FromStored(row.GetString(2)),
                dialect.Instant(row, 3),
                dialect.Instant(row, 4),
                InstantOrNull(row, 5, dialect))
            {
                Scopes = TokenScopes.FromStored(TextOrNull(row, 6)),
                IsEnabled = row.GetInt32(7) != 0,
                RotatedAt = InstantOrNull(row, 8, dialect),
                PreviousSecretExpiresAt = InstantOrNull(row, 9, dialect),
                LastUsedFrom = TextOrNull(row, 10),
                RejectedUses = row.GetInt64(11),
            };
        }
        catch (Exception exception) when (exception is InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // As Dapper reports a value of another type, or out of range.
            throw new DataException($"A row of personal_access_tokens cannot be read: {exception.Message}", exception);
        }
    }

    private static string? TextOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column, ISqlDialect dialect) =>
        row.IsDBNull(column) ? null : dialect.Instant(row, column);
}
