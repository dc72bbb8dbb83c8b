using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.Instance.GetInstanceInfo;

internal sealed class GetInstanceInfoQueryHandler(IOptions<PatOptions> options)
    : IRequestHandler<GetInstanceInfoQuery, InstanceInfo>
{
    public Task<InstanceInfo> Handle(GetInstanceInfoQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(new InstanceInfo(options.Value.Enabled, options.Value.MaxPerUser));
}
