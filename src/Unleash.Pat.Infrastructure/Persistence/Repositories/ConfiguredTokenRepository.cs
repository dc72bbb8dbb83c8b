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

    private const string MarkSeen = """
        UPDATE configured_admin_tokens SET seen_at = @SeenAt WHERE fingerprint = @Fingerprint AND seen_at < @SeenAt
        """;

    private const string CountOne = "SELECT COUNT(*) FROM configured_admin_tokens WHERE fingerprint = @Fingerprint";

    private const string Insert = """
        INSERT INTO configured_admin_tokens (fingerprint, seen_at) VALUES (@Fingerprint, @SeenAt)
        """;

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

    /// <summary>Writes down when a token was used; never backwards.</summary>
    public Task MarkSeenAsync(byte[] fingerprint, DateTimeOffset seenAt, CancellationToken cancellationToken)
    {
        var use = new { Fingerprint = Sql.Bytes(fingerprint, ConfiguredTokenUses.FingerprintLength), SeenAt = seenAt };
        return AgainWhereTakenAsync(() => database.WriteAsync(
            async transaction =>
            {
                var count = await transaction.Connection!.ExecuteScalarAsync<long>(
                    new CommandDefinition(CountOne, use, transaction, cancellationToken: cancellationToken));
                return await transaction.ExecuteAsync(count == 0 ? Insert : MarkSeen, use, cancellationToken);
            },
            cancellationToken));
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
            var salt = await transaction.Connection!.QuerySingleOrDefaultAsync<byte[]>(
                new CommandDefinition(SelectSalt, transaction: transaction, cancellationToken: cancellationToken));
            if (salt is null)
            {
                salt = RandomNumberGenerator.GetBytes(ConfiguredTokenUses.SaltLength);
                var parameters = new { Salt = Sql.Bytes(salt, ConfiguredTokenUses.SaltLength) };
                await transaction.ExecuteAsync(InsertSalt, parameters, cancellationToken);
            }

            return salt;
        },
        cancellationToken);

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
