using System.Threading.Channels;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The uses of sessions that are not written yet. They prolong the sessions on this node at once.</summary>
/// <remarks>
/// Threat: another process holds the database's lock, and every signed-in user waits for it, because reading a page
/// would write that the session was used. So a request only marks the use, and a background writer writes it at once.
/// </remarks>
public sealed class SessionUses(ISessionVerifierStore store, TimeProvider time)
{
    private readonly LastUsedTracker _lastUsed = new(store, time);
    private readonly Channel<bool> _marks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Marks a session as used. A use before the last one changes nothing.</summary>
    public void Mark(long sessionId, DateTimeOffset usedAt)
    {
        _lastUsed.Mark(sessionId, usedAt);
        _marks.Writer.TryWrite(true);
    }

    /// <summary>The last use: the stored one, or a later one that this node has yet to write.</summary>
    public DateTimeOffset LastUse(long sessionId, DateTimeOffset stored) =>
        _lastUsed.Find(sessionId) is { } marked && marked > stored ? marked : stored;

    /// <summary>Waits until there is a use to write.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _marks.Reader.ReadAsync(cancellationToken);

    /// <summary>Writes all uses. What cannot be written stays.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _lastUsed.FlushAsync(everything: true, cancellationToken);

    /// <summary>Forgets the uses that are not written yet, because the database is another one.</summary>
    public void Forget() => _lastUsed.Forget();
}
