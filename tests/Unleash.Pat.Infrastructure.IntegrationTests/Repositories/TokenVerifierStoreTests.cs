using System.Xml.Linq;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>What verifying tokens reads and writes (docs/api.md, section 3).</summary>
public abstract class TokenVerifierStoreTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private ITokenVerifierStore Tokens => Get<ITokenVerifierStore>(TokenKind.Personal);

    [Fact]
    public async Task A_token_is_found_by_its_selector_in_its_own_case_only()
    {
        var user = await NewUserAsync();
        var pat = NewPat(user, "ci") with { Selector = "AbCdEfGhIjKlMnOpQrStUv" };
        var creation = await StoreAsync(pat);

        var found = await Tokens.FindAsync(pat.Selector, Cancel);

        found!.Id.ShouldBe(creation.Value!.Id);
        found.Caller.UserId.ShouldBe(user);
        found.ExpiresAt.ShouldBe(pat.ExpiresAt);
        (await Tokens.FindAsync(pat.Selector.ToUpperInvariant(), Cancel)).ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("deploy:write api:read")]
    public async Task A_token_is_found_with_its_scopes(string? text)
    {
        var scopes = TokenScopes.FromStored(text);
        var pat = NewPat(await NewUserAsync(), "ci") with { Scopes = scopes };
        await StoreAsync(pat);

        var found = await Tokens.FindAsync(pat.Selector, Cancel);

        found!.Scopes.ShouldBe(scopes);
        found.Caller.Token!.Scopes.ShouldBe(scopes);
    }

    [Fact]
    public async Task Seen_at_never_goes_back()
    {
        var user = await NewUserAsync();
        var id = (await StoredAsync(NewPat(user, "ci"))).Id;
        var later = Now.AddMinutes(5);

        await Tokens.WriteLastUsedAsync([new LastUse(id, later)], Cancel);
        await Tokens.WriteLastUsedAsync([new LastUse(id, later.AddMinutes(-1)), new LastUse(long.MaxValue, later)], Cancel);

        (await Get<IPatRepository>().FindAsync(user, id, Cancel))!.SeenAt.ShouldBe(later);
    }

    /// <summary>Each size of a batch is a text of its own.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(51)]
    public async Task All_of_a_batch_are_written_down(int count)
    {
        var user = await NewUserAsync();
        var ids = await StoreManyAsync(user, count);

        await Tokens.WriteLastUsedAsync([.. ids.Select((id, index) => new LastUse(id, Now.AddSeconds(index)))], Cancel);

        (await Get<IPatRepository>().GetAllAsync(user, Cancel)).Select(pat => pat.SeenAt)
            .ShouldBe(ids.Select((_, index) => (DateTimeOffset?)Now.AddSeconds(index)));
    }

    [Fact]
    public async Task Nodes_that_write_the_same_tokens_at_once_leave_the_latest_uses()
    {
        var user = await NewUserAsync();
        var ids = await StoreManyAsync(user, 20);

        await Task.WhenAll(Enumerable.Range(1, 10).Select(node => Task.Run(() => Tokens.WriteLastUsedAsync(
            [.. (node % 2 == 0 ? ids : ids.Reverse()).Select(id => new LastUse(id, Now.AddMinutes(node)))], Cancel))));

        (await Get<IPatRepository>().GetAllAsync(user, Cancel)).ShouldAllBe(pat => pat.SeenAt == Now.AddMinutes(10));
    }

    private async Task<IReadOnlyList<long>> StoreManyAsync(long user, int count)
    {
        var ids = new List<long>();
        for (var number = 0; number < count; number++)
        {
            ids.Add((await StoredAsync(NewPat(user, NewName()), maxPerUser: count)).Id);
        }

        return ids;
    }

    [Fact]
    public void Keys_that_protect_cookies_survive()
    {
        var keys = Get<DataProtectionKeyRepository>();
        var key = XElement.Parse("<key id=\"1\"><value>\u00e4 &amp; \U0001F600</value></key>");

        keys.StoreElement(key, "key-1");

        keys.GetAllElements().ShouldContain(element => XNode.DeepEquals(element, key));
    }
}
