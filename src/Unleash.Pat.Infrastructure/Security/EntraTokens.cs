using System.Collections.Concurrent;
using Azure.Core;

namespace Unleash.Pat.Infrastructure.Security;

/// <summary>Credentials and their tokens, each used until shortly before it expires.</summary>
/// <remarks>
/// SqlClient requests a token for each connection that it opens. So a burst of connections is one request, and connections
/// open while the identity endpoint is away for a moment.
/// </remarks>
internal sealed class EntraTokens(Func<EntraLogin, TokenCredential> makeCredential, TimeProvider time)
{
    // Longer than a connection takes to open, and than two clocks differ.
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<EntraLogin, Lazy<TokenCredential>> _credentials = new();
    private readonly ConcurrentDictionary<EntraLogin, AccessToken> _tokens = new();
    private readonly ConcurrentDictionary<EntraLogin, Lazy<Task<AccessToken>>> _requests = new();

    /// <summary>The token. Concurrent callers share one request.</summary>
    public async Task<AccessToken> GetAsync(EntraLogin login, CancellationToken cancellationToken) =>
        _tokens.TryGetValue(login, out var token) && !IsDue(token)
            ? token
            : await _requests.GetOrAdd(login, _ => new(() => RequestAsync(login))).Value.WaitAsync(cancellationToken);

    // Not with a caller's cancellation token, because other callers wait for the result too.
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
