using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>What became of an attempt to change or remove an account.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="User">The account: as it is now, or as it was before its removal; where it was found.</param>
public sealed record AccountChange(AccountChangeStatus Status, User? User = null)
{
    /// <summary>The account, or the refusal in the words of the wire.</summary>
    /// <param name="missing">The refusal where there is no such account.</param>
    /// <returns>The account.</returns>
    internal User Require(ServiceError missing) => Status switch
    {
        AccountChangeStatus.Done => User!,
        AccountChangeStatus.NotFound => throw new RefusedException(missing),
        AccountChangeStatus.NameTaken => throw new RefusedException(Errors.UserExists("email")),
        AccountChangeStatus.LastAdmin => throw new RefusedException(Errors.LastAdministrator),
        _ => throw new InvalidOperationException($"Unknown outcome {Status}."),
    };
}
