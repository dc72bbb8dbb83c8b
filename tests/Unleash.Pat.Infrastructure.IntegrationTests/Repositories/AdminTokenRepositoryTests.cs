using Unleash.Pat.Application;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>No two admin tokens have one name, byte for byte.</summary>
public abstract class AdminTokenRepositoryTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private IAdminTokenRepository Tokens => Get<IAdminTokenRepository>();

    [Fact]
    public async Task A_name_is_taken_until_its_token_is_deleted()
    {
        var first = (await CreateAsync("ops")).ShouldNotBeNull();
        (await CreateAsync("ops")).ShouldBeNull();
        (await CreateAsync("Ops")).ShouldNotBeNull();
        (await CreateAsync("e\u0301")).ShouldNotBeNull();
        (await CreateAsync("é")).ShouldNotBeNull();

        await Tokens.DeleteAsync(first.Id, Deletion, Cancel);

        (await CreateAsync("ops")).ShouldNotBeNull().Id.ShouldBeGreaterThan(first.Id);
        (await Tokens.GetAllAsync(Cancel)).Count(token => token.Name == "ops").ShouldBe(1);
    }

    [Fact]
    public async Task The_longest_name_fits_its_key()
    {
        var name = new string('語', AdminToken.NameMaxLength);

        (await CreateAsync(name)).ShouldNotBeNull();
        (await CreateAsync(name)).ShouldBeNull();
    }

    [Fact]
    public async Task Parallel_creates_of_one_name_give_one_token_and_one_event()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CreateAsync("race"))));

        made.Count(token => token is not null).ShouldBe(1);
        (await Tokens.GetAllAsync(Cancel)).Count(token => token.Name == "race").ShouldBe(1);
    }

    [Fact]
    public async Task The_database_itself_knows_no_maker_who_is_gone_and_ends_a_token_with_its_maker()
    {
        var maker = await NewUserAsync();
        await ExecuteAsync($"UPDATE users SET root_role = 1 WHERE id = {maker}");
        var creation = await Tokens.CreateAsync(NewToken(NewName()) with { CreatedByUserId = maker }, Creation, Cancel);
        creation.Status.ShouldBe(WriteStatus.Done);
        var id = creation.Value!.Id;

        await Should.ThrowAsync<MissingReferenceException>(() =>
            ExecuteAsync($"UPDATE admin_tokens SET created_by_user_id = 987654321 WHERE id = {id}"));
        await ExecuteAsync($"DELETE FROM users WHERE id = {maker}");

        (await Tokens.FindAsync(id, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_an_administrator_can_be_its_creator()
    {
        var viewer = await NewUserAsync();
        var token = (await CreateAsync(NewName())).ShouldNotBeNull();

        foreach (var creator in new[] { viewer, 987_654_321 })
        {
            (await Tokens.CreateAsync(NewToken(NewName()) with { CreatedByUserId = creator }, Creation, Cancel))
                .Status.ShouldBe(WriteStatus.OwnerUnfit);
            (await Tokens.TakeOverAsync(token.Id, creator, By(creator, EventType.AdminTokenTakenOver), Cancel))
                .Status.ShouldBe(WriteStatus.OwnerUnfit);
        }

        (await Tokens.FindAsync(token.Id, Cancel)).ShouldBe(token);
    }

    private async Task<AdminToken?> CreateAsync(string name) => (await Tokens.CreateAsync(
        NewToken(name), Creation, Cancel)).Value;

    private NewAdminToken NewToken(string name) => new(
        name, TokenSecret.GenerateAdmin().Selector, new byte[TokenSecret.VerifierLength], Now, Now.AddDays(30), null);

    private Task<int> ExecuteAsync(string statement) => Get<Database>().WriteAsync(
        transaction => transaction.ExecuteAsync(statement, null, Cancel), Cancel);

    private AuditStamp Creation => AuditStamp.BySystem(EventType.AdminTokenCreated, Now);

    private AuditStamp Deletion => AuditStamp.BySystem(EventType.AdminTokenDeleted, Now);
}
