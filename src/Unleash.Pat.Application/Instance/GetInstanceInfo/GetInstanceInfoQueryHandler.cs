using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.Instance.GetInstanceInfo;

internal sealed class GetInstanceInfoQueryHandler(IOptions<PatOptions> options)
    : IRequestHandler<GetInstanceInfoQuery, InstanceInfo>
{
    public Task<InstanceInfo> Handle(GetInstanceInfoQuery request, CancellationToken cancellationToken)
    {
        var pats = options.Value;

        // What is issued without an expiry lives no longer than anything else.
        var lifetime = pats.MaxLifetime < pats.DefaultLifetime ? pats.MaxLifetime.Value : pats.DefaultLifetime;
        return Task.FromResult(new InstanceInfo(pats.Enabled, pats.MaxPerUser, lifetime, pats.MaxLifetime, pats.RequireDescription));
    }
}
