using Unleash.Pat.Application.Users;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts;

/// <summary>Finds service accounts by id.</summary>
internal static class ServiceAccountLookup
{
    /// <summary>Refuses the id of what is no service account.</summary>
    /// <remarks>Threat: a person's account would otherwise be given tokens that this person does not know of.</remarks>
    public static async Task RequireServiceAccountAsync(
        this IUserRepository users, long id, CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { AccountType: AccountType.ServiceAccount })
        {
            throw new RefusedException(Errors.ServiceAccountNotFound(id));
        }
    }
}
