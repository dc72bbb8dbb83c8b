using Unleash.Pat.Client;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>A user for one test, signed in.</summary>
public sealed record TestUser(string Name, string Password, IUnleashPatClient Client, string SessionCookie)
{
    public Task<IssuedPersonalAccessToken> CreateTokenAsync(string description, DateTimeOffset? expiresAt = null) =>
        Client.Tokens.CreateAsync(new NewPersonalAccessToken { Description = description, ExpiresAt = expiresAt });

    public async Task CreateTokensAsync(int count)
    {
        foreach (var number in Enumerable.Range(1, count))
        {
            await CreateTokenAsync($"token {number}");
        }
    }
}
