using MediatR;
using Microsoft.Extensions.Options;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Application.Instance;

/// <summary>Asks what a user interface must know of this service.</summary>
[NoPermissionRequired("It tells switches and limits that every signed-in user meets anyway; the route asks for credentials.")]
public sealed record GetInstanceInfoQuery : IRequest<InstanceInfo>;

/// <summary>What a user interface must know of this service.</summary>
/// <param name="PatsEnabled">Whether personal access tokens can be issued.</param>
/// <param name="MaxPatsPerUser">The most tokens one account holds.</param>
/// <param name="DefaultLifetime">The lifetime of a token that names no expiry.</param>
/// <param name="MaxLifetime">The longest lifetime, or <see langword="null"/> for no bound.</param>
/// <param name="RequireDescription">Whether a token must be given a description.</param>
public sealed record InstanceInfo(
    bool PatsEnabled, int MaxPatsPerUser, TimeSpan DefaultLifetime, TimeSpan? MaxLifetime, bool RequireDescription);

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
