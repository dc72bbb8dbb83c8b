namespace Unleash.Pat.Application.AdminTokens.GetAdminTokens;

/// <summary>All admin tokens.</summary>
/// <param name="Issued">Those that administrators issued, by id.</param>
/// <param name="Configured">The names of those from the configuration.</param>
public sealed record AdminTokenList(IReadOnlyList<AdminToken> Issued, IReadOnlyList<string> Configured);
