using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Finds the users that administrators name by id.</summary>
internal static class UserLookup
{
    /// <exception cref="RefusedException">There is no such account, or it is a service account.</exception>
    public static async Task<User> RequireUserAsync(
        this IUserRepository users, long id, CancellationToken cancellationToken) =>
        await users.FindAsync(id, cancellationToken) is { AccountType: AccountType.User } user
            ? user
            : throw new RefusedException(Errors.UserNotFound);
}
