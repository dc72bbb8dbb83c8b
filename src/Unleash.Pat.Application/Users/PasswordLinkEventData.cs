using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>A link to set a password in the event log; never its token.</summary>
/// <param name="Id">The account whose password the link sets.</param>
public sealed record PasswordLinkEventData(long Id, string? Username, string? Email, DateTimeOffset ExpiresAt)
{
    public static PasswordLinkEventData From(User user, NewPasswordLink link)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(link);
        return new(user.Id, user.Username, user.Email, link.ExpiresAt);
    }
}
