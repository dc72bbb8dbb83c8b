using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>What the event log keeps of an account, as in Unleash.</summary>
/// <param name="Id">The account.</param>
/// <param name="Username">The name to sign in with.</param>
/// <param name="Email">The address.</param>
/// <param name="Name">The name to show.</param>
/// <param name="RootRole">The role's id.</param>
public sealed record UserEventData(long Id, string? Username, string? Email, string? Name, int RootRole)
{
    internal static UserEventData From(long id, NewUser user) =>
        new(id, user.Username, user.Email, user.Name, user.RootRole.Id);

    internal static UserEventData From(User user) =>
        new(user.Id, user.Username, user.Email, user.Name, user.RootRole.Id);
}
