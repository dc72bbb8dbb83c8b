using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Api.Authentication;

/// <inheritdoc cref="IClientInfo" />
internal sealed class HttpClientInfo(IHttpContextAccessor accessor) : IClientInfo
{
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
            return string.IsNullOrEmpty(agent) ? null : agent[..Math.Min(agent.Length, IClientInfo.UserAgentMaxLength)];
        }
    }
}
