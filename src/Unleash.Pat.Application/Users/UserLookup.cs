using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Finds accounts of one kind, as administrators name them by id.</summary>
internal static class UserLookup
{
    public static async Task<User> RequirePersonAsync(
        this IUserRepository users, long id, CancellationToken cancellationToken) =>
        await users.FindAsync(id, cancellationToken) is { AccountType: AccountType.User } user
            ? user
            : throw new RefusedException(Errors.UserNotFound);
}
