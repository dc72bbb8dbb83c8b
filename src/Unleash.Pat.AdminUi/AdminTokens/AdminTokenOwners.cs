using Unleash.Pat.AdminUi.Accounts;
using Unleash.Pat.Client;

namespace Unleash.Pat.AdminUi.AdminTokens;

/// <summary>What an admin token depends on: an account that answers for it, the configuration, or nothing.</summary>
internal static class AdminTokenOwners
{
    /// <summary>The name of the account that answers for the token.</summary>
    public static string? Name(AdminToken token) => token.CreatedBy is { } creator
        ? AccountNames.FirstOf(creator.Id, creator.Name, creator.Username, creator.Email)
        : null;
}
