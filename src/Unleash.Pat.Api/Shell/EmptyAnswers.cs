using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Api.Shell;

/// <summary>Everything that Unleash's admin UI asks for on its pages and that this service does not have.</summary>
/// <remarks>
/// Without an answer the UI shows an error on each of its pages, those of tokens and users included. Permissions are
/// Unleash's.
/// </remarks>
internal static class EmptyAnswers
{
    private static readonly object[] None = [];

    public static IReadOnlyList<EmptyAnswer> All { get; } =
    [
        new("api/admin/projects", "getProjects", "Get a list of all projects", new { Version = 1, Projects = None }),
        new("api/admin/environments", "getAllEnvironments", "Get all environments", new { Version = 1, Environments = None }),
        new("api/admin/search/features", "searchFeatures", "Search and filter features", new { Features = None, Total = 0 }),
        new("api/admin/feature-types", "getAllFeatureTypes", "Get all feature types", new { Version = 1, Types = None }),
        new("api/admin/flag-creators", "getAllFlagCreators", "Get flag creators", new { FlagCreators = None, Total = 0 }),
        new("api/admin/lifecycle/count", "getFeatureLifecycleCount", "Count features by stage", new { Initial = 0, PreLive = 0, Live = 0, Completed = 0, Archived = 0 }),
        new("api/admin/context", "getContextFields", "Get all context fields", None),
        new("api/admin/segments", "getSegments", "Get all segments", new { Segments = None }),
        new("api/admin/strategies", "getAllStrategies", "Get all strategies", new { Version = 1, Strategies = None }),
        new("api/admin/tags", "getTags", "Get all tags", new { Version = 1, Tags = None }),
        new("api/admin/tag-types", "getTagTypes", "Get all tag types", new { Version = 1, TagTypes = None }),
        new("api/admin/addons", "getAddons", "Get all addons and providers", new { Addons = None, Providers = None }),
        new("api/admin/metrics/applications", "getApplications", "Get all applications", new { Applications = None, Total = 0 }),
        new("api/admin/metrics/unknown-flags", "getUnknownFlags", "Get unknown flags", new { UnknownFlags = None }),
        new("api/admin/telemetry/settings", "getTelemetrySettings", "Get telemetry settings", new { VersionInfoCollectionEnabled = false, FeatureInfoCollectionEnabled = false }),
        new("api/admin/maintenance", "getMaintenance", "Get maintenance mode status", new { Enabled = false }) { Permission = Permission.Admin },
        new("api/admin/invite-link/tokens", "getAllPublicSignupTokens", "Get public signup tokens", new { Tokens = None }) { Permission = Permission.Admin },
    ];
}
