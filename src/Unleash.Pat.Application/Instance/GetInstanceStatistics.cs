using MediatR;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Instance;

/// <summary>Counts what there is.</summary>
[NoPermissionRequired("It is numbers alone, which Unleash shows to every account; the route requires credentials.")]
public sealed record GetInstanceStatisticsQuery : IRequest<InstanceStatistics>;

/// <summary>How much there is of what.</summary>
/// <param name="InstanceId">Which database this is.</param>
/// <param name="At">When it was counted.</param>
/// <param name="AdminTokens">Admin tokens, those of the configuration included.</param>
public sealed record InstanceStatistics(Guid InstanceId, DateTimeOffset At, AccountCounts Accounts, long AdminTokens);

internal sealed class GetInstanceStatisticsQueryHandler(
    IInstanceRepository instance, IAdminTokenRepository tokens, ConfiguredAdminTokens configured, TimeProvider time)
    : IRequestHandler<GetInstanceStatisticsQuery, InstanceStatistics>
{
    public async Task<InstanceStatistics> Handle(GetInstanceStatisticsQuery request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var accounts = await instance.CountAccountsAsync(now, cancellationToken);
        var created = await tokens.GetAllAsync(cancellationToken);
        var id = Guid.ParseExact(await instance.GetIdAsync(cancellationToken), "N");
        return new InstanceStatistics(id, now, accounts, created.Count + configured.Names.Count());
    }
}
