using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Instance;

namespace Unleash.Pat.Api.Instance;

/// <summary>What Unleash's admin UI must know of this service.</summary>
[ApiController]
[Route("api/admin/ui-config")]
[Tags(ApiTags.AdminUi)]
public sealed class UiConfigController(IMediator mediator, DemoSignIn demo) : ControllerBase
{
    private static readonly string Version =
        typeof(UiConfigController).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    // Limits of what this service does not do. The UI reads them unguarded, so they are Unleash's own.
    private static readonly Dictionary<string, int> ResourceLimitsOfUnleash = new()
    {
        ["segmentValues"] = 1000,
        ["strategySegments"] = 5,
        ["signalEndpoints"] = 5,
        ["actionSetActions"] = 10,
        ["actionSetsPerProject"] = 5,
        ["actionSetFilters"] = 5,
        ["actionSetFilterValues"] = 25,
        ["signalTokensPerEndpoint"] = 5,
        ["featureEnvironmentStrategies"] = 30,
        ["constraintValues"] = 250,
        ["constraints"] = 30,
        ["environments"] = 50,
        ["projects"] = 500,
        ["apiTokens"] = 2000,
        ["segments"] = 300,
        ["featureFlags"] = 5000,
        ["releaseTemplates"] = 10,
    };

    /// <summary>Get the UI's configuration.</summary>
    /// <remarks>Returns the switches and limits that Unleash's admin UI reads before anything else.</remarks>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The configuration.</returns>
    [HttpGet]
    [Sends<GetInstanceInfoQuery>]
    public async Task<UiConfigSchema> GetUiConfig(CancellationToken cancellationToken)
    {
        var info = await mediator.Send(new GetInstanceInfoQuery(), cancellationToken);
        return new UiConfigSchema
        {
            Version = Version,
            UnleashUrl = $"{Request.Scheme}://{Request.Host}{Request.PathBase}",
            BaseUriPath = Request.PathBase.Value ?? "",
            AuthenticationType = demo.IsEnabled ? "demo" : "open-source",
            Flags = new UiFlagsSchema(!info.PatsEnabled),
            ResourceLimits = new Dictionary<string, int>(ResourceLimitsOfUnleash)
            {
                ["personalAccessTokens"] = info.MaxPatsPerUser,
            },
            PersonalAccessTokens = Rules(info),
            VersionInfo = new VersionInfoSchema(new CurrentVersionSchema(Version)),
        };
    }

    private static TokenRulesSchema Rules(InstanceInfo info) => new()
    {
        Enabled = info.PatsEnabled,
        MaxPerUser = info.MaxPatsPerUser,
        RequireDescription = info.RequireDescription,
        DefaultLifetime = (long)info.DefaultLifetime.TotalSeconds,
        MaxLifetime = (long?)info.MaxLifetime?.TotalSeconds,
    };
}
