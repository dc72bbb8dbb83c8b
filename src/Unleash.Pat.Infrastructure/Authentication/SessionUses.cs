using System.Threading.Channels;
using Unleash.Pat.Application.Sessions;
using Unleash.Pat.Infrastructure.Persistence.Repositories;

namespace Unleash.Pat.Infrastructure.Authentication;

/// <summary>When sessions were last used, as far as it is not written down yet.</summary>
/// <remarks>
/// Threat: another process holds the database's lock, and everybody who is signed in waits for it, because reading a page
/// would write down that the session was used. So a request only marks the use; it is written in the background at once.
/// </remarks>
internal sealed class SessionUses(SessionUseRepository sessions, TimeProvider time) : ISessionUses
{
    private readonly LastUsedTracker _uses = new(sessions, time);
    private readonly Channel<bool> _marks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Mark(long sessionId, DateTimeOffset usedAt)
    {
        _uses.Mark(sessionId, usedAt);
        _marks.Writer.TryWrite(true);
    }

    /// <summary>The last use, by what was written and by what this node has gathered.</summary>
    public DateTimeOffset LastUse(long sessionId, DateTimeOffset written) =>
        _uses.LastUse(sessionId) is { } gathered && gathered > written ? gathered : written;

    /// <summary>Waits until something is to be written.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _marks.Reader.ReadAsync(cancellationToken);

    /// <summary>Writes down what is gathered; what cannot be written stays gathered.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _uses.FlushAsync(everything: true, cancellationToken);

    /// <summary>Forgets what is gathered: the database has another past now.</summary>
    public void Forget() => _uses.Forget();
}
