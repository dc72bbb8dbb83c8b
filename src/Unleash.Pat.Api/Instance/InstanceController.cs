using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Instance;

namespace Unleash.Pat.Api.Instance;

/// <summary>What Unleash's admin UI shows of the whole instance.</summary>
[ApiController]
[Route("api/admin")]
[Tags(ApiTags.UnleashShell)]
public sealed class InstanceController(IMediator mediator, IMapper mapper) : ControllerBase
{
    /// <summary>Instance usage statistics.</summary>
    /// <remarks>Returns how many accounts and admin tokens there are. What this service does not have is 0.</remarks>
    /// <returns>The numbers.</returns>
    [HttpGet("instance-admin/statistics")]
    [Sends<GetInstanceStatisticsQuery>]
    public async Task<InstanceAdminStatsSchema> GetInstanceAdminStats(CancellationToken cancellationToken)
    {
        var statistics = await mediator.Send(new GetInstanceStatisticsQuery(), cancellationToken);
        var (accounts, active) = (statistics.Accounts, statistics.Accounts.Active);
        return new InstanceAdminStatsSchema
        {
            InstanceId = statistics.InstanceId.ToString(),
            Timestamp = statistics.At,
            VersionOSS = UiConfigController.Version,
            Users = accounts.Users,
            ServiceAccounts = accounts.ServiceAccounts,
            ApiTokens = new ApiTokenCountsSchema(statistics.AdminTokens),
            ActiveUsers = new ActiveUsersSchema(active.Last7, active.Last30, active.Last60, active.Last90),
        };
    }

    /// <summary>Get personal dashboard.</summary>
    /// <remarks>Returns the administrators, whom a user can ask for help. There are no projects and no flags.</remarks>
    /// <returns>The dashboard.</returns>
    [HttpGet("personal-dashboard")]
    [Sends<GetAdministratorsQuery>]
    public async Task<PersonalDashboardSchema> GetPersonalDashboard(CancellationToken cancellationToken) =>
        new(mapper.Map<IReadOnlyList<AdministratorSchema>>(await mediator.Send(new GetAdministratorsQuery(), cancellationToken)));
}
