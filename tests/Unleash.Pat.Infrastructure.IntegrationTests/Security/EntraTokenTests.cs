using Azure.Core;
using Azure.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Time.Testing;
using Unleash.Pat.Infrastructure.Security;

namespace Unleash.Pat.Infrastructure.IntegrationTests.Security;

/// <summary>How often Microsoft Entra is asked.</summary>
public sealed class EntraTokenTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly List<FakeCredential> _credentials = [];
    private readonly EntraTokens _tokens;

    public EntraTokenTests() => _tokens = new EntraTokens(
        _ =>
        {
            _credentials.Add(new FakeCredential(_time));
            return _credentials[^1];
        },
        _time);

    [Fact]
    public async Task A_burst_of_connections_asks_once()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => GetAsync("one"))));

        tokens.Select(token => token.Token).Distinct().ShouldHaveSingleItem();
        _credentials.Sum(credential => credential.Calls).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_is_used_until_shortly_before_it_expires()
    {
        var first = await GetAsync("one");

        _time.Advance(TimeSpan.FromMinutes(54));
        (await GetAsync("one")).Token.ShouldBe(first.Token);
        _time.Advance(TimeSpan.FromMinutes(2));
        var second = await GetAsync("one");

        second.Token.ShouldNotBe(first.Token);
        second.ExpiresOn.ShouldBe(_time.GetUtcNow() + TimeSpan.FromHours(1));
        _credentials.ShouldHaveSingleItem().Calls.ShouldBe(2);
    }

    [Fact]
    public async Task Another_login_has_a_credential_of_its_own()
    {
        await GetAsync("one");
        await GetAsync("two");

        _credentials.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_refused_is_asked_again()
    {
        await GetAsync("one");
        _time.Advance(TimeSpan.FromHours(1));
        _credentials[0].Refuses = true;
        await Should.ThrowAsync<AuthenticationFailedException>(() => GetAsync("one"));

        _credentials[0].Refuses = false;

        (await GetAsync("one")).ExpiresOn.ShouldBe(_time.GetUtcNow() + TimeSpan.FromHours(1));
    }

    private Task<AccessToken> GetAsync(string user) => _tokens.GetAsync(
        new EntraLogin(
            SqlAuthenticationMethod.ActiveDirectoryManagedIdentity,
            "https://database.windows.net/",
            "https://login.microsoftonline.com/tenant",
            user,
            Password: null),
        TestContext.Current.CancellationToken);

    private sealed class FakeCredential(TimeProvider time) : TokenCredential
    {
        public int Calls { get; private set; }

        public bool Refuses { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException("This would block a thread.");

        public override async ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Calls++;
            await Task.Yield();
            return Refuses
                ? throw new AuthenticationFailedException("No.")
                : new AccessToken($"token {Calls}", time.GetUtcNow() + TimeSpan.FromHours(1));
        }
    }
}
