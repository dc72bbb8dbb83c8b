using Unleash.Pat.Application.Authorization;

namespace Unleash.Pat.Application.Users;

/// <summary>What a token may not do for the account that it belongs to.</summary>
internal static class OwnPasswordByToken
{
    /// <summary>Refuses a token that would set the password of its own account, or make a link that does.</summary>
    /// <remarks>
    /// Threat: the holder of a leaked token, even one that expires in seconds, could set a password and sign in. The admin
    /// tokens that an account created count as its own.
    /// </remarks>
    /// <exception cref="RefusedException">The account is the token's own.</exception>
    public static void RefuseOwnPasswordByToken(this ICurrentUser current, long userId)
    {
        if (current.Token is not null && current.Required.AnswerableUserId == userId)
        {
            throw new RefusedException(Errors.OwnPasswordByToken);
        }
    }
}
