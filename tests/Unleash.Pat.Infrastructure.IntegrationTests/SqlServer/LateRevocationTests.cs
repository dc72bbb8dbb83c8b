using Dapper;
using Microsoft.Data.SqlClient;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authentication.Revocations;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.SqlServer;

/// <summary>
/// Threat: SQL Server gives ids before the commit, so that a revocation can appear after another one with a larger id was
/// read, and a node that reads "after the last id" accepts its token for minutes.
/// </summary>
[OneEngineOnly("SQLite has one writer at a time: ids are committed in their order.")]
public sealed class LateRevocationTests(DatabaseFixture<SqlServerEngine> fixture) : DatabaseTests<SqlServerEngine>(fixture)
{
    [Fact]
    public async Task Of_two_transactions_that_cross_neither_is_missed()
    {
        var (first, second) = (await RememberedAsync(), await RememberedAsync());
        await using var early = await OpenAsync();
        await using var late = await OpenAsync();

        await early.ExecuteAsync("BEGIN TRANSACTION");
        var smaller = await RevokeAsync(early, first);
        await late.ExecuteAsync("BEGIN TRANSACTION");
        var larger = await RevokeAsync(late, second);
        larger.ShouldBeGreaterThan(smaller);
        await late.ExecuteAsync("COMMIT TRANSACTION");
        await Get<RevocationFeed>().ReadAsync(Cancel);
        (await VerifyAsync(second.Secret)).ShouldBeFalse();
        (await VerifyAsync(first.Secret)).ShouldBeTrue("it is not revoked yet");

        await early.ExecuteAsync("COMMIT TRANSACTION");
        await Get<RevocationFeed>().ReadAsync(Cancel);

        (await VerifyAsync(first.Secret)).ShouldBeFalse();
    }

    private static async Task<long> RevokeAsync(SqlConnection connection, (TokenSecret Secret, long Id) token)
    {
        await connection.ExecuteAsync("DELETE FROM personal_access_tokens WHERE id = @Id", new { token.Id });
        return await connection.QuerySingleAsync<long>(
            "INSERT INTO revocations (subject, subject_id, created_at) OUTPUT INSERTED.id VALUES (1, @Id, '2027-01-01')",
            new { token.Id });
    }

    private async Task<SqlConnection> OpenAsync()
    {
        var connection = new SqlConnection(Fixture.Engine.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    private async Task<(TokenSecret Secret, long Id)> RememberedAsync()
    {
        var secret = TokenSecret.Generate();
        var pat = await StoredAsync(
            NewPat(await NewUserAsync(), "ci") with { Selector = secret.Selector, Verifier = secret.Verifier() });
        await Get<RevocationFeed>().ReadAsync(Cancel);
        (await VerifyAsync(secret)).ShouldBeTrue();
        return (secret, pat.Id);
    }

    private async Task<bool> VerifyAsync(TokenSecret secret) =>
        (await Get<TokenAuthenticator>().AuthenticateAsync(secret.Reveal().AsMemory(), null, Cancel)).Caller is not null;
}
