using System.Collections.Concurrent;
using Azure.Core;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>Credentials and their tokens, each used until shortly before it expires.</summary>
/// <remarks>
/// SqlClient asks for each connection that it opens. So a burst of connections is one question, and an identity endpoint
/// that is away for a moment keeps no connection from being opened.
/// </remarks>
internal sealed class EntraTokens(Func<EntraLogin, TokenCredential> makeCredential, TimeProvider time)
{
    // Longer than a connection takes to open, and than two clocks are apart.
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<EntraLogin, Lazy<TokenCredential>> _credentials = new();
    private readonly ConcurrentDictionary<EntraLogin, AccessToken> _tokens = new();
    private readonly ConcurrentDictionary<EntraLogin, Lazy<Task<AccessToken>>> _requests = new();

    /// <summary>The token; all who ask while it is being fetched wait for one answer.</summary>
    public async Task<AccessToken> GetAsync(EntraLogin login, CancellationToken cancellationToken) =>
        _tokens.TryGetValue(login, out var token) && !IsDue(token)
            ? token
            : await _requests.GetOrAdd(login, _ => new(() => RequestAsync(login))).Value.WaitAsync(cancellationToken);

    // Not with a caller's own token: others wait for it too.
    private async Task<AccessToken> RequestAsync(EntraLogin login)
    {
        var credential = _credentials.GetOrAdd(login, _ => new(() => makeCredential(login))).Value;
        try
        {
            return _tokens[login] = await credential.GetTokenAsync(login.Request(), CancellationToken.None);
        }
        finally
        {
            _requests.TryRemove(login, out _);
        }
    }

    private bool IsDue(AccessToken token)
    {
        var now = time.GetUtcNow();
        return token.ExpiresOn - Reserve <= now || token.RefreshOn <= now;
    }
}
