using Unleash.Pat.Client;

namespace Unleash.Pat.EndToEndTests.Support;

/// <summary>Somebody with an account of their own.</summary>
/// <param name="Name">What they sign in with.</param>
/// <param name="Password">Their password.</param>
/// <param name="Client">A client with a session of theirs.</param>
/// <param name="SessionCookie">That session, as the browser keeps it.</param>
public sealed record Person(string Name, string Password, IUnleashPatClient Client, string SessionCookie)
{
    /// <summary>Issues a token by the API.</summary>
    public Task<IssuedPersonalAccessToken> IssueAsync(string description, DateTimeOffset? expiresAt = null) =>
        Client.Tokens.CreateAsync(new NewPersonalAccessToken { Description = description, ExpiresAt = expiresAt });

    /// <summary>Issues so many tokens, named by their numbers.</summary>
    public async Task IssueAsync(int count)
    {
        foreach (var number in Enumerable.Range(1, count))
        {
            await IssueAsync($"token {number}");
        }
    }
}
