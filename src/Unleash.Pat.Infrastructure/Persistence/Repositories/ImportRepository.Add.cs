using System.Data;
using Dapper;
using Unleash.Pat.Application.Importing;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

/// <summary>Stores an account with its tokens. The constraints refuse what another writer has taken meanwhile.</summary>
internal sealed partial class ImportRepository
{
    private const string SelectSlots = "SELECT slot FROM personal_access_tokens WHERE user_id = @UserId";

    private const string InsertToken = """
        INSERT INTO personal_access_tokens
            (user_id, slot, description, description_key, search_key, scopes, created_at, expires_at, seen_at)
        VALUES (@UserId, @Slot, @Description, @DescriptionKey, @SearchKey, @Scopes, @CreatedAt, @ExpiresAt, @SeenAt)
        """;

    private const string InsertSecret = """
        INSERT INTO pat_secrets (selector, token_id, number, verifier, created_at)
        VALUES (@Selector, @TokenId, 1, @Verifier, @CreatedAt)
        """;

    private const string Remember = """
        INSERT INTO imports (source_key, subject, subject_id, created_at) VALUES (@SourceKey, @Subject, @SubjectId, @CreatedAt)
        """;

    private enum Subject
    {
        Token = 1,
        Account = 3,
    }

    public async Task<bool> AddAsync(NewImport import, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(transaction => AddAsync(transaction, import, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is DuplicateKeyException or MissingReferenceException)
        {
            return false;
        }
    }

    private async Task<bool> AddAsync(WriteTransaction transaction, NewImport import, CancellationToken cancellationToken)
    {
        var userId = import.UserId ?? await AddAccountAsync(transaction, import, cancellationToken);
        var held = (await transaction.QueryAsync<int>(SelectSlots, new { UserId = userId }, cancellationToken)).ToHashSet();
        var free = Enumerable.Range(1, import.MaxPerUser).Where(slot => !held.Contains(slot)).ToList();
        if (held.Count + import.Tokens.Count > import.MaxPerUser)
        {
            // The account's owner has created tokens meanwhile. Only an account that was there can have any, so this
            // transaction has written nothing yet.
            return false;
        }

        foreach (var (token, slot) in import.Tokens.Zip(free))
        {
            await AddTokenAsync(transaction, import, token, userId, slot, cancellationToken);
        }

        return true;
    }

    private async Task<long> AddAccountAsync(WriteTransaction transaction, NewImport import, CancellationToken cancellationToken)
    {
        var stored = await transaction.AddAccountAsync(database.Dialect, import.User!, cancellationToken);
        var type = stored.AccountType == AccountType.ServiceAccount ? EventType.ServiceAccountCreated : EventType.UserCreated;
        var data = UserEventData.From(stored) with { ImportedFrom = import.From };
        await transaction.RecordAsync((import.Audit with { Type = type }).With(data).About(stored.Id), cancellationToken);
        await RememberAsync(transaction, import, import.Key, Subject.Account, stored.Id, cancellationToken);
        return stored.Id;
    }

    private async Task AddTokenAsync(
        WriteTransaction transaction, NewImport import, NewImportedToken token, long userId, int slot, CancellationToken cancellationToken)
    {
        var pat = token.Pat with { UserId = userId };
        var id = await transaction.QuerySingleAsync<long>(
            database.Dialect.ReturningId(InsertToken), Parameters(pat, slot), cancellationToken);
        var secret = new DynamicParameters();
        secret.Add("Selector", Sql.Ascii(pat.Selector, TokenSecret.SelectorLength));
        secret.Add("TokenId", id, DbType.Int64);
        secret.Add("Verifier", Sql.Bytes(pat.Verifier, TokenSecret.VerifierLength));
        secret.Add("CreatedAt", pat.CreatedAt);
        await transaction.ExecuteAsync(InsertSecret, secret, cancellationToken);
        await AddScopesAsync(transaction, pat, id, cancellationToken);
        var audit = import.Audit with { Type = EventType.PatCreated };
        var data = PatEventData.From(pat, audit) with { Id = id, ImportedFrom = token.From };
        await transaction.RecordAsync(audit.With(data).About(userId, id), cancellationToken);
        await RememberAsync(transaction, import, token.Key, Subject.Token, id, cancellationToken);
    }

    private static async Task AddScopesAsync(WriteTransaction transaction, NewPat pat, long id, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("TokenId", id, DbType.Int64);
        if (PatRepository.InsertScopes(pat, parameters, knowsId: true) is { Length: > 0 } insert)
        {
            await transaction.ExecuteAsync(insert, parameters, cancellationToken);
        }
    }

    private static Task<int> RememberAsync(
        WriteTransaction transaction, NewImport import, ImportKey key, Subject subject, long id, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("SourceKey", Parameter(key));
        parameters.Add("Subject", (int)subject, DbType.Int32);
        parameters.Add("SubjectId", id, DbType.Int64);
        parameters.Add("CreatedAt", import.Audit.CreatedAt);
        return transaction.ExecuteAsync(Remember, parameters, cancellationToken);
    }

    private static DynamicParameters Parameters(NewPat pat, int slot)
    {
        var parameters = new DynamicParameters();
        parameters.Add("UserId", pat.UserId, DbType.Int64);
        parameters.Add("Slot", slot, DbType.Int32);
        parameters.Add("Description", Sql.Text(pat.Description.Value, TokenDescription.MaxCodeUnits));
        parameters.Add("DescriptionKey", PatRepository.DescriptionKey(pat.Description));
        parameters.Add("SearchKey", PatRepository.SearchKeyOf(pat.Description));
        parameters.Add("Scopes", Sql.Text(pat.Scopes?.ToString(), TokenScopes.MaxTextLength));
        parameters.Add("CreatedAt", pat.CreatedAt);
        parameters.Add("ExpiresAt", pat.ExpiresAt);
        parameters.AddInstant("SeenAt", pat.SeenAt);
        return parameters;
    }
}
