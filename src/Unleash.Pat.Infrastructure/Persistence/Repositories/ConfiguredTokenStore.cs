using System.Security.Cryptography;
using Dapper;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed class ConfiguredTokenStore(Database database) : IConfiguredTokenStore
{
    private const string SelectAll = $"""
        SELECT fingerprint AS {nameof(UseRow.Fingerprint)}, seen_at AS {nameof(UseRow.SeenAt)}
        FROM configured_admin_tokens
        """;

    private static readonly RowSet<ConfiguredTokenUse> Rows = new(
        ("fingerprint", use => Sql.Bytes(use.Fingerprint, IConfiguredTokenStore.FingerprintLength)), ("seen_at", use => use.UsedAt));

    private const string SelectSalt = "SELECT fingerprint_salt FROM installation WHERE id = 1";

    private const string InsertSalt = "INSERT INTO installation (id, fingerprint_salt) VALUES (1, @Salt)";

    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<UseRow>(
                new CommandDefinition(SelectAll, cancellationToken: cancellationToken)),
            cancellationToken);
        return rows.ToDictionary(row => Convert.ToHexString(row.Fingerprint), row => row.SeenAt);
    }

    public Task WriteLastUsedAsync(IReadOnlyList<ConfiguredTokenUse> uses, CancellationToken cancellationToken)
    {
        // Ordered, so that two nodes do not wait for each other. A token that is configured twice is one row.
        var (rows, parameters) = Rows.Of([.. uses
            .GroupBy(use => Convert.ToHexString(use.Fingerprint), StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.MaxBy(use => use.UsedAt)!)]);
        return RetryOnConflictAsync(
            () => database.WriteAsync(UpsertLastUsed(rows), parameters, Repetition.Safe, cancellationToken));
    }

    public async Task<byte[]> GetSaltAsync(CancellationToken cancellationToken) =>
        await FindSaltAsync(cancellationToken) ?? await RetryOnConflictAsync(() => CreateSaltAsync(cancellationToken));

    // Without a transaction that writes: listing tokens must not wait for writers.
    private Task<byte[]?> FindSaltAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<byte[]?>(
            new CommandDefinition(SelectSalt, cancellationToken: cancellationToken)),
        cancellationToken);

    private Task<byte[]> CreateSaltAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var salt = await transaction.QuerySingleOrDefaultAsync<byte[]>(SelectSalt, null, cancellationToken);
            if (salt is null)
            {
                salt = RandomNumberGenerator.GetBytes(IConfiguredTokenStore.SaltLength);
                var parameters = new { Salt = Sql.Bytes(salt, IConfiguredTokenStore.SaltLength) };
                await transaction.ExecuteAsync(InsertSalt, parameters, cancellationToken);
            }

            return salt;
        },
        cancellationToken);

    private static string UpsertLastUsed(string rows) => $"""
        UPDATE configured_admin_tokens SET seen_at = used.seen_at FROM ({rows}) AS used
        WHERE used.fingerprint = configured_admin_tokens.fingerprint AND configured_admin_tokens.seen_at < used.seen_at;

        INSERT INTO configured_admin_tokens (fingerprint, seen_at)
        SELECT DISTINCT used.fingerprint, used.seen_at FROM ({rows}) AS used
        WHERE NOT EXISTS (
            SELECT 1 FROM configured_admin_tokens AS known WHERE known.fingerprint = used.fingerprint);
        """;

    // Another node has inserted the row since this one looked for it. The second attempt finds it.
    private static async Task<T> RetryOnConflictAsync<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (DuplicateKeyException)
        {
            return await write();
        }
    }

    private sealed class UseRow
    {
        public byte[] Fingerprint { get; init; } = [];

        public DateTimeOffset SeenAt { get; init; }
    }
}
