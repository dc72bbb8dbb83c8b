using System.Runtime.CompilerServices;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Sessions;

namespace Unleash.Pat.Api.Authentication;

/// <summary>The sessions that a request's cookies open.</summary>
/// <param name="cookie">Reads the cookies.</param>
/// <param name="sessions">Finds the sessions.</param>
/// <param name="time">The clock.</param>
public sealed class SentSessions(SessionCookie cookie, ISessionRepository sessions, TimeProvider time)
{
    /// <summary>Looks for one session after the other, in the order of the cookies.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    /// <returns>The live ones; a cookie that opens none is passed over.</returns>
    public async IAsyncEnumerable<SentSession> OpenAsync(
        HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var key in cookie.Read(request))
        {
            if (await sessions.FindLiveAsync(key.Hash(), time.GetUtcNow(), cancellationToken) is { } live)
            {
                yield return new SentSession(live, key);
            }
        }
    }
}

/// <summary>A live session, and the key that opened it.</summary>
/// <param name="Live">The session.</param>
/// <param name="Key">The key.</param>
public sealed record SentSession(LiveSession Live, SessionKey Key);
