using System.Security.Cryptography;
using Dapper;
using Unleash.Pat.Infrastructure.Authentication;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>When admin tokens of the configuration were last used, by their fingerprints.</summary>
internal sealed class ConfiguredTokenRepository(Database database)
{
    private const string SelectAll = $"""
        SELECT fingerprint AS {nameof(UseRow.Fingerprint)}, seen_at AS {nameof(UseRow.SeenAt)}
        FROM configured_admin_tokens
        """;

    private static readonly ManyRows<ConfiguredTokenUse> Rows = new(
        ("fingerprint", use => Sql.Bytes(use.Fingerprint, ConfiguredTokenUses.FingerprintLength)), ("seen_at", use => use.SeenAt));

    private const string SelectSalt = "SELECT fingerprint_salt FROM installation WHERE id = 1";

    private const string InsertSalt = "INSERT INTO installation (id, fingerprint_salt) VALUES (1, @Salt)";

    /// <summary>All uses, by the fingerprint in hexadecimal.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<UseRow>(
                new CommandDefinition(SelectAll, cancellationToken: cancellationToken)),
            cancellationToken);
        return rows.ToDictionary(row => Convert.ToHexString(row.Fingerprint), row => row.SeenAt);
    }

    /// <summary>Writes down when tokens were used; never backwards.</summary>
    public Task MarkSeenAsync(IReadOnlyList<ConfiguredTokenUse> uses, CancellationToken cancellationToken)
    {
        // In one order, so that two nodes do not wait for each other; a token that is configured twice is one.
        var (rows, parameters) = Rows.Of([.. uses
            .GroupBy(use => Convert.ToHexString(use.Fingerprint), StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.MaxBy(use => use.SeenAt)!)]);
        return AgainWhereTakenAsync(
            () => database.WriteBatchAsync<int>(MarkSeen(rows), parameters, Repetition.Safe, cancellationToken));
    }

    /// <summary>The salt of this installation's fingerprints, made by the first node that asks.</summary>
    public async Task<byte[]> GetSaltAsync(CancellationToken cancellationToken) =>
        await FindSaltAsync(cancellationToken) ?? await AgainWhereTakenAsync(() => TakeSaltAsync(cancellationToken));

    // Without a transaction that writes: who only lists tokens must not wait for writers.
    private Task<byte[]?> FindSaltAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<byte[]?>(
            new CommandDefinition(SelectSalt, cancellationToken: cancellationToken)),
        cancellationToken);

    private Task<byte[]> TakeSaltAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var salt = await transaction.QuerySingleOrDefaultAsync<byte[]>(SelectSalt, null, cancellationToken);
            if (salt is null)
            {
                salt = RandomNumberGenerator.GetBytes(ConfiguredTokenUses.SaltLength);
                var parameters = new { Salt = Sql.Bytes(salt, ConfiguredTokenUses.SaltLength) };
                await transaction.ExecuteAsync(InsertSalt, parameters, cancellationToken);
            }

            return salt;
        },
        cancellationToken);

    private static string MarkSeen(string rows) => $"""
        UPDATE configured_admin_tokens SET seen_at = used.seen_at FROM ({rows}) AS used
        WHERE used.fingerprint = configured_admin_tokens.fingerprint AND configured_admin_tokens.seen_at < used.seen_at;

        INSERT INTO configured_admin_tokens (fingerprint, seen_at)
        SELECT DISTINCT used.fingerprint, used.seen_at FROM ({rows}) AS used
        WHERE NOT EXISTS (
            SELECT 1 FROM configured_admin_tokens AS known WHERE known.fingerprint = used.fingerprint);
        """;

    // Another node has written the row between this one's look and its insert; now it is there to be seen.
    private static async Task<T> AgainWhereTakenAsync<T>(Func<Task<T>> write)
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
