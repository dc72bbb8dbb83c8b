using Unleash.Pat.Application.Users;

namespace Unleash.Pat.Application.Policy;

/// <summary>Compares stored tokens with a policy.</summary>
public interface ITokenPolicyRepository
{
    /// <summary>Finds whose tokens break a policy.</summary>
    /// <param name="limit">The most accounts to name.</param>
    Task<RefusedTokens> FindRefusedAsync(TokenPolicy policy, DateTimeOffset now, int limit, CancellationToken cancellationToken);
}

/// <summary>The tokens that break a policy.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Accounts">The accounts that hold most of them, most first.</param>
/// <param name="AccountsTotal">How many accounts hold any.</param>
public sealed record RefusedTokens(long Total, IReadOnlyList<AccountWithRefusedTokens> Accounts, long AccountsTotal);

/// <summary>An account that holds tokens that break a policy.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tokens">How many.</param>
public sealed record AccountWithRefusedTokens(AccountSummary Account, long Tokens);
