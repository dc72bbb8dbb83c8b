using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Unleash.Pat.Api.Authentication;
using Unleash.Pat.Api.Authentication.Providers;
using Unleash.Pat.Api.OpenApi;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Tokens;

namespace Unleash.Pat.Api.Instance;

/// <summary>The configuration that Unleash's admin UI reads.</summary>
[ApiController]
[Route("api/admin/ui-config")]
[Tags(ApiTags.AdminUi)]
public sealed class UiConfigController(IOptions<PatOptions> options, DemoSignIn demo, PasswordSignIn password, ProviderSettings provider) : ControllerBase
{
    /// <summary>The version with the commit, as the build knows it.</summary>
    internal static readonly string FullVersion =
        typeof(UiConfigController).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    internal static readonly string Version = FullVersion.Split('+')[0];

    // Limits of features that this service does not have, with Unleash's values. The UI fails without them.
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
    /// <returns>The configuration.</returns>
    [HttpGet]
    [NoPermissionRequired("Every signed-in user may see these switches and limits; the route requires credentials.")]
    public UiConfigSchema GetUiConfig()
    {
        var pats = options.Value;
        return new UiConfigSchema
        {
            Version = Version,
            UnleashUrl = $"{Request.Scheme}://{Request.Host}{Request.PathBase}",
            BaseUriPath = Request.PathBase.Value ?? "",
            AuthenticationType = demo.IsEnabled ? "demo" : "open-source",
            DisablePasswordAuth = !password.IsEnabled,
            SignInProvider = provider.IsEnabled ? provider.DisplayName : null,
            Flags = new UiFlagsSchema(!pats.Enabled),
            ResourceLimits = new Dictionary<string, int>(ResourceLimitsOfUnleash) { ["personalAccessTokens"] = pats.MaxPerUser },
            PersonalAccessTokens = Rules(pats),
            VersionInfo = new VersionInfoSchema(new CurrentVersionSchema(Version)),
        };
    }

    private static TokenRulesSchema Rules(PatOptions pats) => new()
    {
        Enabled = pats.Enabled,
        MaxPerUser = pats.MaxPerUser,
        RequireDescription = pats.RequireDescription,
        DefaultLifetime = (long)pats.Policy.UsualLifetime.TotalSeconds,
        MaxLifetime = (long?)pats.Policy.MaxLifetime?.TotalSeconds,
        Scopes = pats.Scopes.Count == 0 ? null : [.. pats.Scopes.Select(scope => new NamedScopeSchema(scope.Key, scope.Value))],
    };
}
