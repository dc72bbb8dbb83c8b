using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Domain.Auditing;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
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

        await Tokens.DeleteAsync(first.Id, Deleted, Cancel);

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

    private async Task<AdminToken?> CreateAsync(string name) => (await Tokens.CreateAsync(
        new AdminToken(0, name, TokenSecret.GenerateAdmin().Selector, Now, Now.AddDays(30), null),
        new byte[TokenSecret.VerifierLength],
        token => AuditEvent.BySystem(EventType.AdminTokenCreated, Now, new { token.Id }),
        Cancel)).Token;

    private AuditEvent Deleted(AdminToken token) =>
        AuditEvent.BySystem(EventType.AdminTokenDeleted, Now, new { token.Id });
}
