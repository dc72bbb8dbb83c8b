using System.Collections.Concurrent;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Tokens;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.UnitTests.Authentication;

/// <summary>The tokens of a database, which a test deletes, delays and counts the reads of.</summary>
internal sealed class StoredTokens : ITokenVerifierStore
{
    private readonly ConcurrentDictionary<string, StoredToken> _tokens = new(StringComparer.Ordinal);
    private int _reads;

    public int Reads => _reads;

    public int Writes { get; private set; }

    /// <summary>What a read waits for between finding a token and answering.</summary>
    public Func<string, Task> Answering { get; set; } = _ => Task.CompletedTask;

    /// <summary>A token of an account of the same id.</summary>
    public static StoredToken Token(long id) =>
        new(id, new byte[TokenSecret.VerifierLength], DateTimeOffset.MaxValue, new Caller(id, "ada", RootRole.Viewer));

    public void Add(TokenSecret secret, long id, Caller caller) =>
        _tokens[secret.Selector] = new StoredToken(id, secret.Verifier(), DateTimeOffset.MaxValue, caller);

    public void Delete(long id)
    {
        foreach (var (selector, _) in _tokens.Where(pair => pair.Value.Id == id))
        {
            _tokens.TryRemove(selector, out _);
        }
    }

    public async Task<StoredToken?> FindAsync(string selector, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        var token = _tokens.GetValueOrDefault(selector);
        await Answering(selector);
        return token;
    }

    public Task WriteLastUsedAsync(IReadOnlyList<LastUse> uses, CancellationToken cancellationToken)
    {
        Writes++;
        return Task.CompletedTask;
    }
}
