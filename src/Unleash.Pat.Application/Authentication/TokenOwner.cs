using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Authentication;

/// <summary>The account that a personal access token belongs to, as services that verify the token are told.</summary>
/// <param name="Id">The account.</param>
/// <param name="Type">A user, or a service account.</param>
/// <param name="Username">Its username; an account without one has an e-mail address.</param>
/// <param name="Email">Its e-mail address.</param>
/// <param name="Name">Its display name.</param>
public sealed record TokenOwner(long Id, AccountType Type, string? Username, string? Email, string? Name);
