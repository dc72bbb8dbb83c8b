using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;
using Unleash.Pat.Application.Hosting;
using Unleash.Pat.Application.Importing;

namespace Unleash.Pat.Infrastructure.Importing;

/// <summary>Accounts and tokens of the database of an Unleash, in one snapshot and in batches.</summary>
internal sealed class UnleashDatabase(NpgsqlConnectionStringBuilder connectionString) : IImportSource
{
    private const int Batch = 200;

    private const string SelectInstance = "SELECT content ->> 'id' FROM settings WHERE name = 'instanceInfo'";

    // to_jsonb, because not every version has the column. created_at and seen_at have no zone, and are written in that of
    // the server's session.
    private const string SelectAccounts = $"""
        SELECT account.id AS "{nameof(UnleashAccountRow.Id)}", account.username AS "{nameof(UnleashAccountRow.Username)}",
            account.email AS "{nameof(UnleashAccountRow.Email)}", account.name AS "{nameof(UnleashAccountRow.Name)}",
            account.password_hash AS "{nameof(UnleashAccountRow.PasswordHash)}",
            COALESCE(account.login_attempts, 0) AS "{nameof(UnleashAccountRow.LoginAttempts)}",
            account.created_at::timestamptz AS "{nameof(UnleashAccountRow.CreatedAt)}",
            account.seen_at::timestamptz AS "{nameof(UnleashAccountRow.SeenAt)}",
            account.deleted_at IS NOT NULL AS "{nameof(UnleashAccountRow.IsDeleted)}",
            COALESCE(account.is_service, FALSE) AS "{nameof(UnleashAccountRow.IsService)}",
            COALESCE((to_jsonb(account) ->> 'is_system')::boolean, FALSE) AS "{nameof(UnleashAccountRow.IsSystem)}",
            (SELECT role.name FROM role_user AS held JOIN roles AS role ON role.id = held.role_id
                WHERE held.user_id = account.id AND role.type IN ('root', 'root-custom') ORDER BY role.id LIMIT 1)
                AS "{nameof(UnleashAccountRow.Role)}"
        FROM users AS account WHERE account.id > @After ORDER BY account.id LIMIT @Batch
        """;

    private const string SelectTokens = $"""
        SELECT token.id AS "{nameof(UnleashTokenRow.Id)}", token.user_id AS "{nameof(UnleashTokenRow.UserId)}",
            token.description AS "{nameof(UnleashTokenRow.Description)}", token.secret AS "{nameof(UnleashTokenRow.Secret)}",
            to_jsonb(token) ->> 'selector' AS "{nameof(UnleashTokenRow.Selector)}",
            to_jsonb(token) ->> 'verifier' AS "{nameof(UnleashTokenRow.Verifier)}",
            token.created_at AS "{nameof(UnleashTokenRow.CreatedAt)}", token.seen_at AS "{nameof(UnleashTokenRow.SeenAt)}",
            LEAST(token.expires_at, '9999-12-31T23:59:59.999Z') AS "{nameof(UnleashTokenRow.ExpiresAt)}"
        FROM personal_access_tokens AS token WHERE token.user_id = ANY(@Accounts) ORDER BY token.id
        """;

    private readonly NpgsqlConnection _connection = new(connectionString.ConnectionString);
    private NpgsqlTransaction? _snapshot;

    public async Task<string> GetNameAsync(CancellationToken cancellationToken)
    {
        var id = await AskAsync(connection => connection.QuerySingleOrDefaultAsync<string?>(
            new CommandDefinition(SelectInstance, cancellationToken: cancellationToken)), cancellationToken);
        return $"unleash {id ?? throw new StartupException("--from is no database of Unleash: its settings name no instance.")}";
    }

    public async IAsyncEnumerable<SourceAccount> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<UnleashAccountRow> accounts;
        var after = int.MinValue;
        do
        {
            accounts = await QueryAsync<UnleashAccountRow>(SelectAccounts, new { After = after, Batch }, cancellationToken);
            var tokens = (await QueryAsync<UnleashTokenRow>(
                SelectTokens, new { Accounts = accounts.Select(account => account.Id).ToArray() }, cancellationToken))
                .ToLookup(token => token.UserId, token => token.ToToken());
            foreach (var account in accounts)
            {
                after = account.Id;
                yield return account.ToAccount([.. tokens[account.Id]]);
            }
        }
        while (accounts.Count == Batch);
    }

    public async ValueTask DisposeAsync()
    {
        if (_snapshot is not null)
        {
            await _snapshot.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    private Task<List<T>> QueryAsync<T>(string query, object parameters, CancellationToken cancellationToken) => AskAsync(
        async connection => (await connection.QueryAsync<T>(
            new CommandDefinition(query, parameters, _snapshot, cancellationToken: cancellationToken))).AsList(),
        cancellationToken);

    private async Task<T> AskAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            if (_snapshot is null)
            {
                await _connection.OpenAsync(cancellationToken);
                _snapshot = await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
                await _connection.ExecuteAsync(
                    new CommandDefinition("SET TRANSACTION READ ONLY", transaction: _snapshot, cancellationToken: cancellationToken));
            }

            return await ask(_connection);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
        {
            throw new StartupException($"--from is no database of Unleash 8.2: {exception.MessageText}.");
        }
        catch (NpgsqlException exception)
        {
            // Threat: an exception that is passed on may have details of a row, which has secrets.
            throw new StartupException(string.Create(
                CultureInfo.InvariantCulture,
                $"The database of Unleash cannot be read: {(exception as PostgresException)?.MessageText ?? exception.Message}. The next import goes on where this one stopped."));
        }
    }
}
