using System.Globalization;
using System.Security.Claims;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <summary>The caller as ASP.NET Core has it. Its claims are made where they are read, which requests of this service do not.</summary>
internal sealed class CallerIdentity(Caller caller, string scheme, long? sessionId = null) : ClaimsIdentity(scheme)
{
    public Caller Caller { get; } = caller;

    public long? SessionId { get; } = sessionId;

    public override string Name => Caller.AuditName;

    public override IEnumerable<Claim> Claims
    {
        get
        {
            yield return new Claim(ClaimTypes.Name, Caller.AuditName);
            if (Caller.UserId is { } id)
            {
                yield return new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
