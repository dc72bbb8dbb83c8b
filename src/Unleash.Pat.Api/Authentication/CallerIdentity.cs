using System.Globalization;
using System.Security.Claims;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

internal sealed class CallerIdentity(Caller caller, string scheme, long? sessionId = null)
    : ClaimsIdentity(ClaimsOf(caller), scheme)
{
    public Caller Caller { get; } = caller;

    public long? SessionId { get; } = sessionId;

    private static IEnumerable<Claim> ClaimsOf(Caller caller)
    {
        yield return new Claim(ClaimTypes.Name, caller.AuditName);
        if (caller.UserId is { } id)
        {
            yield return new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture));
        }
    }
}
