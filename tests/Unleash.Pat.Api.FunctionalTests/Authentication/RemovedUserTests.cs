using Microsoft.Data.Sqlite;
using Unleash.Pat.Api.FunctionalTests.Support;
using Unleash.Pat.TestSupport;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Api.FunctionalTests.Authentication;

/// <summary>Contract section 1.1: credentials of a removed user. For SQLite alone, because no route removes one yet.</summary>
public sealed class RemovedUserTests(ServiceFixture<SqliteEngine> fixture) : FunctionalTests<SqliteEngine>(fixture)
{
    [Fact]
    public async Task Neither_the_token_nor_the_session_of_a_removed_user_authenticates()
    {
        var account = await Service.AccountAsync();
        var bearer = Service.Anonymous.WithAuthorization((await account.Client.IssueAsync()).Secret);
        (await bearer.GetAsync(ServiceClient.Tokens)).Status.ShouldBe(200);

        await RemoveAsync(account.Id);

        (await account.Client.GetAsync(ServiceClient.Tokens)).ShouldBeError(401, "AuthenticationRequired");
        var refused = await Eventually.GetAsync(
            () => bearer.GetAsync(ServiceClient.Tokens), answer => answer.Status != 200, TimeSpan.FromSeconds(5), Cancel);
        refused.ShouldBeError(401, "UnauthorizedError", "You must log in to use Unleash.");
        (await bearer.PostAsync(ServiceClient.Tokens, "{}")).ShouldBeError(401, "UnauthorizedError");
    }

    private async Task RemoveAsync(long id)
    {
        await using var connection = new SqliteConnection($"Data Source={Engine.FilePath};Pooling=False;Foreign Keys=True");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM users WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
    }
}
