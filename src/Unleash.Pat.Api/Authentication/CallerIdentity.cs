using System.Globalization;
using System.Security.Claims;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <summary>An authenticated caller, with the account as the use cases see it.</summary>
/// <param name="account">Who is asking.</param>
/// <param name="scheme">By which kind of credential.</param>
/// <param name="sessionId">By which session, where it is one.</param>
internal sealed class CallerIdentity(Caller account, string scheme, long? sessionId = null)
    : ClaimsIdentity(ClaimsOf(account), scheme)
{
    public Caller Caller { get; } = account;

    public long? SessionId { get; } = sessionId;

    private static IEnumerable<Claim> ClaimsOf(Caller account)
    {
        yield return new Claim(ClaimTypes.Name, account.AuditName);
        if (account.UserId is { } id)
        {
            yield return new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture));
        }
    }
}
