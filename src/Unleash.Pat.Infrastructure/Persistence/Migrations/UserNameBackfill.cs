using Microsoft.Extensions.Logging;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.Persistence.Migrations;

/// <summary>Computes the search and sort keys of accounts of earlier versions, and folds the keys of their names.</summary>
/// <remarks>
/// Of two names that differed and are compared as equal now, the account that has the folded key, or comes first, has it.
/// The other keeps its key, and still signs in by its name as it is written. No user loses an account.
/// </remarks>
internal sealed partial class UserNameBackfill(Database database, ILogger<UserNameBackfill> logger) : IBackfill
{
    private const int BatchSize = 200;

    private const string SelectUnfolded = $"""
        SELECT id AS {nameof(NameRow.Id)}, username AS {nameof(NameRow.Username)}, email AS {nameof(NameRow.Email)},
            name AS {nameof(NameRow.Name)}
        FROM users WHERE search_key IS NULL OR sort_key IS NULL ORDER BY id
        """;

    private const string SelectOwner = "SELECT user_id FROM account_names WHERE name_key = @Key";

    private const string SetKeys = "UPDATE users SET search_key = @SearchKey, sort_key = @SortKey WHERE id = @Id";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await database.AnyAsync(SelectUnfolded, cancellationToken) && await RunBatchAsync(cancellationToken) == BatchSize)
        {
        }
    }

    private async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(transaction => FoldAsync(transaction, cancellationToken), cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            // A node of an earlier version, still running, has just taken one of the names. The next batch sees it.
            return BatchSize;
        }
    }

    private async Task<int> FoldAsync(WriteTransaction transaction, CancellationToken cancellationToken)
    {
        var rows = (await transaction.QueryAsync<NameRow>(database.Dialect.Page(SelectUnfolded), new { Offset = 0, Limit = BatchSize }, cancellationToken)).ToList();
        foreach (var row in rows)
        {
            await FoldNamesAsync(transaction, row, cancellationToken);
            await transaction.ExecuteAsync(SetKeys, row.Keys(), cancellationToken);
        }

        return rows.Count;
    }

    private async Task FoldNamesAsync(WriteTransaction transaction, NameRow row, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { row.Username, row.Email }.OfType<string>())
        {
            var (earlier, folded) = (AccountName.EarlierKey(name), AccountName.Key(name));
            if (folded == earlier || folded.Length > AccountName.MaxLength)
            {
                continue;
            }

            var owner = await transaction.QuerySingleOrDefaultAsync<long?>(SelectOwner, new { Key = AccountNameSql.Parameter(folded) }, cancellationToken);
            if (owner is null)
            {
                await transaction.TakeNameAsync(row.Id, folded, cancellationToken);
            }

            if (owner is null || owner == row.Id)
            {
                await transaction.DropNameAsync(row.Id, earlier, cancellationToken);
            }
            else
            {
                LogKept(row.Id, owner.Value);
            }
        }
    }

    [LoggerMessage(EventId = 1203, Level = LogLevel.Warning, Message = "A name of account {Id} is by today's comparison the same as one of account {OtherId}. Both keep their names and sign in by them exactly as they are written.")]
    private partial void LogKept(long id, long otherId);

    private sealed class NameRow
    {
        public long Id { get; init; }

        public string? Username { get; init; }

        public string? Email { get; init; }

        public string? Name { get; init; }

        public object Keys() => new
        {
            Id,
            SearchKey = AccountNameSql.SearchKeyOf(Username, Name, Email),
            SortKey = AccountNameSql.SortKeyOf(Username, Email),
        };
    }
}
