using System.Runtime.CompilerServices;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>The sessions that a request's cookies open.</summary>
public sealed class SentSessions(SessionCookie cookie, SessionAuthenticator sessions)
{
    /// <summary>Finds the live sessions, one after the other, in the order of the cookies.</summary>
    public async IAsyncEnumerable<SentSession> OpenAsync(
        HttpRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var key in cookie.Read(request))
        {
            if (await sessions.AuthenticateAsync(key, cancellationToken) is { } live)
            {
                yield return new SentSession(live, key);
            }
        }
    }
}

/// <summary>A live session, and the key that opened it.</summary>
public sealed record SentSession(LiveSession Live, SessionKey Key);
