using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Api.Authentication;

/// <inheritdoc cref="ICurrentAccount" />
internal sealed class HttpCurrentAccount(IHttpContextAccessor accessor) : ICurrentAccount
{
    public Account? Account => (accessor.HttpContext?.User.Identity as AccountIdentity)?.Account;

    public long? SessionId => (accessor.HttpContext?.User.Identity as AccountIdentity)?.SessionId;

    public string? Address
    {
        get
        {
            var address = accessor.HttpContext?.Connection.RemoteIpAddress;
            return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
        }
    }

    public string? UserAgent
    {
        get
        {
            var agent = accessor.HttpContext?.Request.Headers.UserAgent.ToString();
            return string.IsNullOrEmpty(agent) ? null : agent[..Math.Min(agent.Length, ICurrentAccount.UserAgentMaxLength)];
        }
    }
}
