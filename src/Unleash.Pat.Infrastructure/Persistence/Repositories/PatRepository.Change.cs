using System.Data;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Changes and rotates tokens: each locks its row, reads it, and writes what follows from it.</summary>
internal sealed partial class PatRepository
{
    private const string Owned = "id = @Id AND (@UserId IS NULL OR user_id = @UserId)";

    private static string LockAndSelect(ISqlDialect dialect) => $"""
        {dialect.Lock($"UPDATE personal_access_tokens SET slot = slot WHERE {Owned};")}
        SELECT {PatRow.Columns} FROM personal_access_tokens AS token
        WHERE token.id = @Id AND (@UserId IS NULL OR token.user_id = @UserId);
        """;

    private static string Update(ISqlDialect dialect) => $"""
        UPDATE personal_access_tokens
        SET description = @Description, description_key = @DescriptionKey, search_key = @SearchKey, expires_at = @ExpiresAt,
            enabled = @Enabled
        WHERE id = @Id;
        {EventSql.Insert(dialect)}
        {RevocationSql.Insert};
        """;

    // Threat: a token that rotates itself without end would fill the database.
    private const int MostKeptSecrets = 100;

    // A secret that an earlier rotation replaced ends now, so at most two are valid. Of two rotations at once, the constraint
    // on the number lets only one be the second secret, whatever the engine locks.
    private static string Rotate(ISqlDialect dialect) => $"""
        UPDATE pat_secrets SET valid_until = @AtOnce WHERE token_id = @Id AND valid_until > @AtOnce;
        UPDATE pat_secrets SET valid_until = @PreviousSecretEndsAt WHERE token_id = @Id AND valid_until IS NULL;
        INSERT INTO pat_secrets ({SecretSql.Columns(dialect)})
        SELECT {SecretSql.Values(dialect, "@Id", "MAX(number) + 1", "@RotatedAt")} FROM pat_secrets WHERE token_id = @Id;
        DELETE FROM pat_secrets
        WHERE token_id = @Id AND number <= (SELECT MAX(latest.number) FROM pat_secrets AS latest WHERE latest.token_id = @Id) - @MostKept;
        UPDATE personal_access_tokens
        SET rotated_at = @RotatedAt, expires_at = @ExpiresAt, previous_secret_expires_at = @OverlapEndsAt
        WHERE id = @Id;
        {EventSql.Insert(dialect)}
        {RevocationSql.Insert};
        """;

    public async Task<WriteResult<PersonalAccessToken>> UpdateAsync(
        long? userId,
        long id,
        Func<PersonalAccessToken, PersonalAccessToken> change,
        AuditStamp audit,
        CancellationToken cancellationToken)
    {
        try
        {
            // It may switch the token off, which must succeed on a full disk too.
            return await database.RevokeAsync(UpdateAsync, cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            return new(WriteStatus.NameTaken);
        }

        async Task<WriteResult<PersonalAccessToken>> UpdateAsync(WriteTransaction transaction)
        {
            if (await LockAsync(transaction, userId, id, cancellationToken) is not { } before)
            {
                return new(WriteStatus.NotFound);
            }

            var after = change(before);
            if (after != before)
            {
                await transaction.ExecuteAsync(Update(database.Dialect), Parameters(before, after, audit), cancellationToken);
            }

            return new(WriteStatus.Done, after);
        }
    }

    public Task<WriteResult<PersonalAccessToken>> RotateAsync(
        long userId,
        long id,
        Func<PersonalAccessToken, PatRotation> rotate,
        AuditStamp audit,
        CancellationToken cancellationToken) =>
        database.WriteAsync<WriteResult<PersonalAccessToken>>(
            async transaction =>
            {
                if (await LockAsync(transaction, userId, id, cancellationToken) is not { } before)
                {
                    return new(WriteStatus.NotFound);
                }

                var rotation = rotate(before);
                var after = rotation.Apply(before);
                await transaction.ExecuteAsync(Rotate(database.Dialect), Parameters(before, after, rotation, audit), cancellationToken);
                return new(WriteStatus.Done, after);
            },
            cancellationToken);

    private async Task<PersonalAccessToken?> LockAsync(
        WriteTransaction transaction, long? userId, long id, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Id", id, DbType.Int64);
        parameters.Add("UserId", userId, DbType.Int64);
        var row = await transaction.QuerySingleOrDefaultAsync<PatRow>(LockAndSelect(database.Dialect), parameters, cancellationToken);
        return row?.ToToken();
    }

    private static AuditEvent About(PersonalAccessToken pat, AuditEvent entry) => entry.About(pat.UserId, pat.Id);

    private DynamicParameters Parameters(PersonalAccessToken before, PersonalAccessToken after, AuditStamp audit)
    {
        var parameters = EventSql.Parameters(About(after, audit.With(PatChangeEventData.From(after, audit), PatChangeEventData.From(before, audit))), database.Stamper);
        parameters.AddRevocation(RevokedSubject.Pat, after.Id, audit.CreatedAt);
        parameters.Add("Id", after.Id, DbType.Int64);
        parameters.Add("Description", Sql.Text(after.Description.Value, TokenDescription.MaxCodeUnits));
        parameters.Add("DescriptionKey", DescriptionKey(after.Description));
        parameters.Add("SearchKey", SearchKeyOf(after.Description));
        parameters.Add("ExpiresAt", after.ExpiresAt);
        parameters.Add("Enabled", after.IsEnabled ? 1 : 0, DbType.Int32);
        return parameters;
    }

    private DynamicParameters Parameters(
        PersonalAccessToken before, PersonalAccessToken after, PatRotation rotation, AuditStamp audit)
    {
        var data = PatChangeEventData.From(after, audit) with
        {
            Selector = rotation.Selector,
            PreviousSecretExpiresAt = rotation.OverlapEndsAt,
        };
        var parameters = EventSql.Parameters(About(after, audit.With(data, PatChangeEventData.From(before, audit))), database.Stamper);
        parameters.AddRevocation(RevokedSubject.Pat, after.Id, audit.CreatedAt);
        parameters.Add("Id", after.Id, DbType.Int64);
        parameters.Add("Selector", Sql.Ascii(rotation.Selector, TokenSecret.SelectorLength));
        parameters.Add("Verifier", Sql.Bytes(rotation.Verifier, TokenSecret.VerifierLength));
        parameters.Add("RotatedAt", rotation.RotatedAt);
        parameters.Add("ExpiresAt", rotation.ExpiresAt);
        parameters.Add("AtOnce", PatRotation.AtOnce);
        parameters.Add("MostKept", MostKeptSecrets, DbType.Int32);
        parameters.Add("PreviousSecretEndsAt", rotation.PreviousSecretEndsAt);
        parameters.AddInstant("OverlapEndsAt", rotation.OverlapEndsAt);
        return parameters;
    }
}
