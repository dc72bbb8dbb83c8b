using System.Data;
using Dapper;
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
        Database database, string select, long userId, CancellationToken cancellationToken)
    {
        var owner = new DynamicParameters();
        owner.Add("UserId", userId, DbType.Int64);
        var tokens = await database.QueryAsync(select, owner, Read, cancellationToken);

        // An account has few: to sort them costs an engine, which copies the rows for it, more than it does here.
        tokens.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return tokens;
    }

    private static PersonalAccessToken Read(IRow row)
    {
        try
        {
            return new PersonalAccessToken(
                row.Number(0),
                row.Number(1),
                TokenDescription.FromStored(row.Text(2)),
                row.Instant(3),
                row.Instant(4),
                row.InstantOrNull(5))
            {
                Scopes = TokenScopes.FromStored(row.TextOrNull(6)),
                IsEnabled = row.Flag(7),
                RotatedAt = row.InstantOrNull(8),
                PreviousSecretExpiresAt = row.InstantOrNull(9),
                LastUsedFrom = row.TextOrNull(10),
                RejectedUses = row.Number(11),
            };
        }
        catch (Exception exception) when (exception is InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // As Dapper reports a value of another type, or out of range.
            throw new DataException($"A row of personal_access_tokens cannot be read: {exception.Message}", exception);
        }
    }
}
