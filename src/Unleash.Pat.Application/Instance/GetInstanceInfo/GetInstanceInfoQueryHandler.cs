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
        var policy = pats.Policy;
        return Task.FromResult(new InstanceInfo(pats.Enabled, pats.MaxPerUser, policy.UsualLifetime, policy.MaxLifetime, pats.RequireDescription));
    }
}
