namespace Unleash.Pat.Application.AdminTokens.GetAdminTokens;

/// <summary>All admin tokens.</summary>
/// <param name="Issued">Those that administrators issued, by id.</param>
/// <param name="Configured">Those of the configuration, in its order.</param>
public sealed record AdminTokenList(IReadOnlyList<AdminToken> Issued, IReadOnlyList<ConfiguredAdminToken> Configured);

/// <summary>An admin token of the configuration.</summary>
/// <param name="Name">How the event log names it.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
public sealed record ConfiguredAdminToken(string Name, DateTimeOffset? SeenAt);
