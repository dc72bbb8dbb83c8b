using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Finds the service accounts that administrators name by id.</summary>
internal static class ServiceAccountLookup
{
    /// <exception cref="RefusedException">There is no such account, or it is a user's.</exception>
    public static async Task RequireServiceAccountAsync(
        this IUserRepository users, long id, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { AccountType: AccountType.ServiceAccount })
        {
            throw new RefusedException(Errors.ServiceAccountNotFound(id));
        }
    }
}
