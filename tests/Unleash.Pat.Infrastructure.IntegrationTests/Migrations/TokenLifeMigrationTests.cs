using System.Globalization;
using Dapper;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>Tokens of the release before, whose secrets were columns of the token, keep all that they had.</summary>
public abstract class TokenLifeMigrationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const int Accounts = 100;
    private const int TokensEach = 100;
    private const int RowsAtOnce = 50;

    private const string InsertUser = """
        INSERT INTO users (account_type, username, search_key, root_role, login_attempts, created_at)
        VALUES (@Type, @Username, @Username, 3, 0, @Now)
        """;

    protected override bool Migrated => false;

    private Database Database => Get<Database>();

    [Fact]
    public async Task None_of_ten_thousand_is_lost_and_each_still_verifies()
    {
        await Get<IMigrationTarget>().MigrateThroughAsync("0008", Cancel);
        var users = await InsertUsersAsync();
        var tokens = users.SelectMany((user, index) => Enumerable.Range(0, TokensEach).Select(slot => OldToken.Make(user, index, slot, Now))).ToList();
        foreach (var batch in tokens.Chunk(RowsAtOnce))
        {
            await InsertAsync(batch);
        }

        // The newest one, whose id must not be given again.
        var newest = await ScalarAsync("SELECT MAX(id) FROM personal_access_tokens");
        await ExecuteAsync("DELETE FROM personal_access_tokens WHERE id = @Newest", new { Newest = newest });
        var removed = tokens[^1];

        await Fixture.MigrateAsync(Fixture.Node());

        (await ScalarAsync($"SELECT {Database.Dialect.CountRows} FROM personal_access_tokens")).ShouldBe(tokens.Count - 1);
        (await ScalarAsync($"SELECT {Database.Dialect.CountRows} FROM pat_secrets")).ShouldBe(tokens.Count - 1);
        foreach (var token in tokens.Where((_, index) => index % 97 == 0))
        {
            var found = (await Get<ITokenVerifierStore>(TokenKind.Personal).FindAsync(token.Secret.Selector, Cancel)).ShouldNotBeNull();
            found.Verifier.ShouldBe(token.Secret.Verifier());
            (found.Caller.UserId, found.ExpiresAt, found.Scopes, found.SupersededAt, found.IsDisabled)
                .ShouldBe((token.UserId, token.ExpiresAt, null, null, false));
        }

        (await Get<ITokenVerifierStore>(TokenKind.Personal).FindAsync(removed.Secret.Selector, Cancel)).ShouldBeNull();
        var shown = await Get<IPatRepository>().GetAllAsync(users[7], Cancel);
        shown.Select(pat => (pat.Description.Value, pat.ExpiresAt, pat.SeenAt, pat.IsEnabled)).ShouldBe(
            tokens.Where(token => token.UserId == users[7]).Select(token => (token.Description, token.ExpiresAt, token.SeenAt, true)));

        var created = await StoredAsync(NewPat(users[^1], "after"), maxPerUser: 1000);
        created.Id.ShouldBeGreaterThan(newest);
        (await ScalarAsync($"SELECT {Database.Dialect.CountRows} FROM personal_access_tokens WHERE search_key IS NULL")).ShouldBe(0);
        (await ScalarAsync($"SELECT {Database.Dialect.CountRows} FROM users WHERE sort_key IS NULL")).ShouldBe(0);
    }

    private async Task<List<long>> InsertUsersAsync()
    {
        var users = new List<long>();
        for (var number = 0; number < Accounts; number++)
        {
            users.Add(await Database.WriteAsync(
                transaction => transaction.QuerySingleAsync<long>(
                    Database.Dialect.ReturningId(InsertUser),
                    new { Type = AccountType.User.ToName(), Username = NewName(), Now },
                    Cancel),
                Cancel));
        }

        return users;
    }

    private Task<int> InsertAsync(IReadOnlyList<OldToken> tokens)
    {
        var parameters = new DynamicParameters();
        var rows = tokens.Select((token, index) =>
        {
            var suffix = index.ToString(CultureInfo.InvariantCulture);
            parameters.Add("u" + suffix, token.UserId);
            parameters.Add("s" + suffix, token.Slot);
            parameters.Add("d" + suffix, token.Description);
            parameters.Add("k" + suffix, TokenDescription.Create(token.Description).ToKey());
            parameters.Add("x" + suffix, token.Secret.Selector);
            parameters.Add("v" + suffix, token.Secret.Verifier());
            parameters.Add("c" + suffix, Now);
            parameters.Add("e" + suffix, token.ExpiresAt);
            parameters.AddInstant("l" + suffix, token.SeenAt);
            return $"(@u{suffix}, @s{suffix}, @d{suffix}, @k{suffix}, @x{suffix}, @v{suffix}, @c{suffix}, @e{suffix}, @l{suffix})";
        });
        return ExecuteAsync(
            $"""
            INSERT INTO personal_access_tokens
                (user_id, slot, description, description_key, selector, verifier, created_at, expires_at, seen_at)
            VALUES {string.Join(", ", rows)}
            """,
            parameters);
    }

    private Task<long> ScalarAsync(string query) => Database.ReadAsync(
        connection => connection.QuerySingleAsync<long>(new CommandDefinition(query, cancellationToken: Cancel)), Cancel);

    private Task<int> ExecuteAsync(string statement, object parameters) => Database.WriteAsync(
        transaction => transaction.ExecuteAsync(statement, parameters, Cancel), Cancel);

    private sealed record OldToken(
        long UserId, int Slot, string Description, TokenSecret Secret, DateTimeOffset ExpiresAt, DateTimeOffset? SeenAt)
    {
        public static OldToken Make(long user, int account, int slot, DateTimeOffset now) => new(
            user,
            slot + 1,
            slot % 3 == 0 ? $"Ünïcode “{slot}” 令牌" : $"Token {slot}",
            TokenSecret.Generate(),
            now.AddDays(account + slot + 1),
            slot % 2 == 0 ? null : now.AddMinutes(slot));
    }
}
