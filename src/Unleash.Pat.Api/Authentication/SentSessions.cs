using System.Runtime.CompilerServices;
using Unleash.Pat.Application.Authentication;

namespace Unleash.Pat.Api.Authentication;

/// <summary>Finds the live sessions of a request's cookies.</summary>
public sealed class SentSessions(SessionCookie cookie, SessionAuthenticator sessions)
{
    /// <summary>One session after the other, in the order of the cookies; a cookie without one is skipped.</summary>
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

public sealed record SentSession(LiveSession Live, SessionKey Key);
