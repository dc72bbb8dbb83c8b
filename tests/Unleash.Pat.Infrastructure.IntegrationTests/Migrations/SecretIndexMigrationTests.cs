using System.Data;
using Dapper;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.Infrastructure.Persistence.Migrations;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Migrations;

/// <summary>Secrets of the version before verify as they did, superseded ones among them.</summary>
public abstract class SecretIndexMigrationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private const string InsertUser = """
        INSERT INTO users (account_type, username, root_role, login_attempts, created_at) VALUES ('User', 'owner', 3, 0, @At)
        """;

    private const string InsertToken = """
        INSERT INTO personal_access_tokens (user_id, slot, description, description_key, created_at, expires_at)
        VALUES (@UserId, @Slot, @Description, @Key, @At, @Later)
        """;

    private const string InsertSecret = """
        INSERT INTO pat_secrets (selector, token_id, number, verifier, created_at, valid_until)
        VALUES (@Selector, @TokenId, @Number, @Verifier, @At, @Until)
        """;

    protected override bool Migrated => false;

    private Database Database => Get<Database>();

    [Fact]
    public async Task Each_verifies_and_new_ones_do_too()
    {
        await Get<IMigrationTarget>().MigrateThroughAsync("0016", Cancel);
        var user = await InsertAsync(InsertUser, new DynamicParameters());
        var secrets = new List<(TokenSecret Secret, long TokenId, DateTimeOffset? Until)>();
        for (var slot = 1; slot <= 3; slot++)
        {
            var token = await InsertTokenAsync(user, slot);
            secrets.Add((TokenSecret.Generate(), token, Now.AddMinutes(slot)));
            secrets.Add((TokenSecret.Generate(), token, null));
        }

        // In another order than that of their tokens, with the later secret of a token first.
        for (var number = secrets.Count; number > 0; number--)
        {
            await InsertSecretAsync(secrets[number - 1].Secret, secrets[number - 1].TokenId, number, secrets[number - 1].Until);
        }

        await Fixture.MigrateAsync(Fixture.Node());

        foreach (var (secret, token, until) in secrets)
        {
            var found = (await FindAsync(secret.Selector)).ShouldNotBeNull();
            (found.Id, found.SupersededAt).ShouldBe((token, until));
            found.Verifier.ShouldBe(secret.Verifier());
        }

        var created = NewPat(user, "after");
        var pat = await StoredAsync(created);
        (await FindAsync(created.Selector)).ShouldNotBeNull().Id.ShouldBe(pat.Id);
        await Get<IPatRepository>().DeleteAsync(user, secrets[0].TokenId, By(user, "pat-deleted"), Cancel);
        (await FindAsync(secrets[0].Secret.Selector)).ShouldBeNull();
        (await FindAsync(secrets[1].Secret.Selector)).ShouldBeNull();
        (await FindAsync(secrets[2].Secret.Selector)).ShouldNotBeNull();
    }

    private Task<StoredToken?> FindAsync(string selector) => Get<ITokenVerifierStore>(TokenKind.Personal).FindAsync(selector, Cancel);

    private Task<long> InsertTokenAsync(long user, int slot)
    {
        var description = TokenDescription.Create(NewName());
        var parameters = new DynamicParameters();
        parameters.Add("UserId", user, DbType.Int64);
        parameters.Add("Slot", slot, DbType.Int32);
        parameters.Add("Description", description.Value);
        parameters.Add("Key", PatRepository.DescriptionKey(description));
        parameters.Add("Later", Now.AddDays(1));
        return InsertAsync(InsertToken, parameters);
    }

    private Task<int> InsertSecretAsync(TokenSecret secret, long token, int number, DateTimeOffset? until)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Selector", Sql.Ascii(secret.Selector, TokenSecret.SelectorLength));
        parameters.Add("TokenId", token, DbType.Int64);
        parameters.Add("Number", number, DbType.Int32);
        parameters.Add("Verifier", Sql.Bytes(secret.Verifier(), TokenSecret.VerifierLength));
        parameters.Add("At", Now);
        parameters.AddInstant("Until", until);
        return Database.WriteAsync(transaction => transaction.ExecuteAsync(InsertSecret, parameters, Cancel), Cancel);
    }

    private Task<long> InsertAsync(string insert, DynamicParameters parameters)
    {
        parameters.Add("At", Now);
        return Database.WriteAsync(
            transaction => transaction.QuerySingleAsync<long>(Database.Dialect.ReturningId(insert), parameters, Cancel), Cancel);
    }
}
