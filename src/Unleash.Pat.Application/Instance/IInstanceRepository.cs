using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Instance;

/// <summary>Numbers about all accounts.</summary>
public interface IInstanceRepository
{
    /// <summary>Which database this is: 32 hexadecimal digits.</summary>
    Task<string> GetIdAsync(CancellationToken cancellationToken);

    /// <summary>Counts accounts by kind, and users by when they last signed in.</summary>
    Task<AccountCounts> CountAccountsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Counts the accounts that may do everything.</summary>
    Task<AdministratorCounts> CountAdministratorsAsync(CancellationToken cancellationToken);

    /// <summary>The first users, by id, who may do everything and are not switched off.</summary>
    Task<IReadOnlyList<User>> GetAdministratorsAsync(int limit, CancellationToken cancellationToken);
}

/// <summary>How many accounts there are.</summary>
/// <param name="Users">Accounts of people.</param>
/// <param name="ServiceAccounts">Accounts of programs.</param>
/// <param name="Active">How many users have signed in during the last 7, 30, 60 and 90 days.</param>
public sealed record AccountCounts(long Users, long ServiceAccounts, ActiveUsers Active);

/// <summary>How many users have signed in during the last days.</summary>
public sealed record ActiveUsers(long Last7, long Last30, long Last60, long Last90);

/// <summary>How many accounts may do everything, as Unleash counts them.</summary>
/// <param name="WithPassword">Users with a password.</param>
/// <param name="WithoutPassword">Users without one.</param>
/// <param name="Service">Service accounts.</param>
public sealed record AdministratorCounts(long WithPassword, long WithoutPassword, long Service);
