using System.Xml.Linq;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Infrastructure.Authentication;
using Unleash.Pat.Infrastructure.IntegrationTests.Support;
using Unleash.Pat.Infrastructure.Persistence.Repositories;
using Unleash.Pat.TestSupport.Databases;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Repositories;

/// <summary>What verifying tokens reads and writes (docs/api.md, section 3).</summary>
public abstract class TokenVerificationTests<TEngine>(DatabaseFixture<TEngine> fixture) : DatabaseTests<TEngine>(fixture)
    where TEngine : IDatabaseEngine, new()
{
    private TokenVerificationRepository Tokens => Get<TokenVerificationRepository>();

    [Fact]
    public async Task A_token_is_found_by_its_selector_in_its_own_case_only()
    {
        var user = await NewUserAsync();
        var pat = NewPat(user, "ci") with { Selector = "AbCdEfGhIjKlMnOpQrStUv" };
        var creation = await StoreAsync(pat);

        var found = await Tokens.FindAsync(pat.Selector, Cancel);

        found!.Id.ShouldBe(creation.Id);
        found.Account.UserId.ShouldBe(user);
        found.ExpiresAt.ShouldBe(pat.ExpiresAt);
        (await Tokens.FindAsync(pat.Selector.ToUpperInvariant(), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Seen_at_never_goes_back()
    {
        var user = await NewUserAsync();
        var id = (await StoreAsync(NewPat(user, "ci"))).Id;
        var later = Now.AddMinutes(5);

        await Tokens.MarkSeenAsync([new TokenUse(id, later)], Cancel);
        await Tokens.MarkSeenAsync([new TokenUse(id, later.AddMinutes(-1)), new TokenUse(long.MaxValue, later)], Cancel);

        (await Get<IPatRepository>().FindAsync(user, id, Cancel))!.SeenAt.ShouldBe(later);
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
