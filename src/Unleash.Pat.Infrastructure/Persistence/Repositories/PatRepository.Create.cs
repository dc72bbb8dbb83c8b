using System.Data;
using Dapper;
using Unleash.Pat.Application;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;

namespace Unleash.Pat.Infrastructure.Persistence.Repositories;

internal sealed partial class PatRepository
{
    private const string TokenColumns = "user_id, slot, description, description_key, search_key, created_at, expires_at, scopes";

    private const string TokenValues = "@Description, @DescriptionKey, @SearchKey, @CreatedAt, @ExpiresAt, @Scopes";

    // The lowest free slot. Of two writers that find the same slot, the unique constraint on (user_id, slot) refuses the later
    // one, which tries again. A repetition of what was committed must violate a constraint even where its own row has filled
    // the account, or it would record a second event. It is found by its description: the index of all selectors is large, and
    // each creation would read another page of it.
    internal static string Candidates(ISqlDialect dialect) => $"""
        FROM (
            SELECT 1 AS slot
            UNION ALL
            SELECT held.slot + 1 FROM personal_access_tokens AS held WHERE held.user_id = @UserId
        ) AS candidate
        WHERE (candidate.slot <= @MaxPerUser
                AND (SELECT {dialect.CountRows} FROM personal_access_tokens AS held WHERE held.user_id = @UserId) < @MaxPerUser
                AND NOT EXISTS (
                    SELECT 1 FROM personal_access_tokens AS taken
                    WHERE taken.user_id = @UserId AND taken.slot = candidate.slot))
            OR EXISTS (
                SELECT 1 FROM personal_access_tokens AS namesake JOIN pat_secrets AS itself ON itself.token_id = namesake.id
                WHERE namesake.user_id = @UserId AND namesake.description_key = @DescriptionKey AND itself.selector = @Selector)
        """;

    private static string Insert(ISqlDialect dialect, string insertScopes) =>
        dialect.KeepsNumbers ? InsertByNumbers(dialect, insertScopes) : InsertBySelector(dialect, insertScopes);

    private static string InsertByNumbers(ISqlDialect dialect, string insertScopes) => $$"""
        SELECT MIN(candidate.slot) AS "@Slot"
        {{Candidates(dialect)}};

        INSERT INTO personal_access_tokens ({{TokenColumns}})
        VALUES (@UserId, @Slot, {{TokenValues}});
        SELECT {{dialect.LastId}} AS "@TokenId";

        INSERT INTO pat_secrets ({{SecretSql.Columns(dialect)}})
        VALUES ({{SecretSql.Values(dialect, "@TokenId", "1", "@CreatedAt")}});
        {{insertScopes}}
        INSERT INTO events ({{EventSql.Columns(dialect)}})
        VALUES ({{EventSql.ValuesBeforeSubject(dialect)}}, @EventSubject, @TokenId, CONCAT('{"id":', @TokenId, ',', @EventData));

        SELECT @TokenId AS id;
        """;

    private static string InsertBySelector(ISqlDialect dialect, string insertScopes) => $$"""
        INSERT INTO personal_access_tokens ({{TokenColumns}})
        SELECT @UserId, MIN(candidate.slot), {{TokenValues}}
        {{Candidates(dialect)}}
        HAVING MIN(candidate.slot) IS NOT NULL;

        INSERT INTO pat_secrets ({{SecretSql.Columns(dialect)}})
        SELECT {{SecretSql.Values(dialect, "token.id", "1", "@CreatedAt")}}
        FROM personal_access_tokens AS token
        WHERE {{dialect.RowsChanged}} > 0 AND token.user_id = @UserId AND token.description_key = @DescriptionKey;
        {{insertScopes}}
        INSERT INTO events ({{EventSql.Columns(dialect)}})
        SELECT {{EventSql.ValuesBeforeSubject(dialect)}}, @EventSubject, secret.token_id, CONCAT('{"id":', secret.token_id, ',', @EventData)
        FROM pat_secrets AS secret WHERE secret.selector = @Selector;

        SELECT token_id FROM pat_secrets WHERE selector = @Selector;
        """;

    private static readonly RowSet<string> ScopeRows = new(("scope", scope => Sql.Text(scope, TokenScopes.MaxLength)));

    private static string FindConflict(ISqlDialect dialect) => $"""
        SELECT (SELECT secret.token_id FROM ({SecretSql.Find(dialect)}) AS secret) AS {nameof(Conflict.Itself)},
            (SELECT id FROM personal_access_tokens WHERE user_id = @UserId AND description_key = @DescriptionKey) AS {nameof(Conflict.Namesake)}
        """;

    public async Task<WriteResult<PersonalAccessToken>> CreateAsync(
        NewPat pat, int maxPerUser, AuditStamp audit, CancellationToken cancellationToken)
    {
        var parameters = CreateParameters(pat, maxPerUser, audit);
        var insert = Insert(database.Dialect, InsertScopes(pat, parameters, knowsId: database.Dialect.KeepsNumbers));

        // A slot is only ever lost to a token that now exists, so among creates alone no more rounds than slots are needed.
        // The rest is for tokens that are deleted meanwhile.
        for (var rounds = (2 * maxPerUser) + 10; ; rounds--)
        {
            try
            {
                var id = await database.WriteAsync(insert, parameters, Repetition.Safe, cancellationToken);
                return id is { } given ? new(WriteStatus.Done, pat.WithId(given)) : new(WriteStatus.LimitReached);
            }
            catch (DuplicateKeyException exception)
            {
                if (await FindConflictAsync(pat, cancellationToken) is { } outcome)
                {
                    return outcome;
                }

                if (rounds == 0)
                {
                    throw new ServiceUnavailableException(exception, Errors.TooManyCreations);
                }
            }
            catch (MissingReferenceException)
            {
                return new(WriteStatus.OwnerUnfit);
            }
        }
    }

    /// <summary>
    /// Finds out which constraint refused the row: by a query, because no engine guarantees the wording of its message.
    /// </summary>
    public async Task<WriteResult<PersonalAccessToken>?> FindConflictAsync(NewPat pat, CancellationToken cancellationToken)
    {
        var parameters = new { pat.UserId, DescriptionKey = DescriptionKey(pat), Selector = Selector(pat) };
        var found = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Conflict>(
                new CommandDefinition(FindConflict(database.Dialect), parameters, cancellationToken: cancellationToken)),
            cancellationToken);
        return found switch
        {
            // This very token: an earlier attempt was committed, and only its answer was lost.
            { Itself: { } id } => new WriteResult<PersonalAccessToken>(WriteStatus.Done, pat.WithId(id)),
            { Namesake: not null } => new WriteResult<PersonalAccessToken>(WriteStatus.NameTaken),
            _ => null,
        };
    }

    private DynamicParameters CreateParameters(NewPat pat, int maxPerUser, AuditStamp audit)
    {
        var entry = audit.With(PatEventData.From(pat, audit)).About(pat.UserId);
        var parameters = EventSql.ParametersWithoutRow(entry, database.Stamper);
        parameters.Add("EventSubject", entry.SubjectUserId, DbType.Int64);
        parameters.Add("UserId", pat.UserId, DbType.Int64);
        parameters.Add("Description", Sql.Text(pat.Description.Value, TokenDescription.MaxCodeUnits));
        parameters.Add("DescriptionKey", DescriptionKey(pat));
        parameters.Add("SearchKey", SearchKeyOf(pat.Description));
        parameters.Add("Scopes", Sql.Text(pat.Scopes?.ToString(), TokenScopes.MaxTextLength));
        parameters.Add("Selector", Selector(pat));
        parameters.Add("Verifier", Sql.Bytes(pat.Verifier, TokenSecret.VerifierLength));
        parameters.Add("CreatedAt", pat.CreatedAt);
        parameters.Add("ExpiresAt", pat.ExpiresAt);
        parameters.Add("MaxPerUser", maxPerUser, DbType.Int32);
        return parameters;
    }

    /// <summary>The statement that stores the scopes of a token; empty where it has none.</summary>
    /// <param name="parameters">Those of the statement; the scopes are added.</param>
    /// <param name="knowsId">Whether <c>@TokenId</c> is the token; otherwise <c>@Selector</c> finds it, where it was stored.</param>
    /// <remarks>DISTINCT, because a table of parameters repeats its last row.</remarks>
    internal static string InsertScopes(NewPat pat, DynamicParameters parameters, bool knowsId)
    {
        if (pat.Scopes is not { Count: > 0 } scopes)
        {
            return "";
        }

        var (rows, added) = ScopeRows.Of(scopes);
        parameters.AddDynamicParams(added);
        return $"""
            INSERT INTO pat_scopes (scope, token_id)
            {(knowsId
                ? $"SELECT DISTINCT wanted.scope, @TokenId FROM ({rows}) AS wanted;"
                : $"SELECT DISTINCT wanted.scope, secret.token_id FROM ({rows}) AS wanted, pat_secrets AS secret WHERE secret.selector = @Selector;")}

            """;
    }

    private static BinaryParameter DescriptionKey(NewPat pat) => DescriptionKey(pat.Description);

    private static DbString Selector(NewPat pat) => Sql.Ascii(pat.Selector, TokenSecret.SelectorLength);

    private sealed class Conflict
    {
        public long? Itself { get; init; }

        public long? Namesake { get; init; }
    }
}
