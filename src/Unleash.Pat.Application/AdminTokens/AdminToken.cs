using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.AdminTokens;

/// <summary>An admin token that an administrator issued; its secret is not part of it.</summary>
/// <param name="Id">Rises with every one issued; 0 before the database has given it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Selector">The secret's public part.</param>
/// <param name="CreatedAt">When it was issued.</param>
/// <param name="ExpiresAt">It is dead from this instant on.</param>
/// <param name="SeenAt">When it last authenticated a request.</param>
/// <param name="CreatedBy">
/// The account that answers for it, and with which it ends; <see langword="null"/> where it was made by a token of the
/// configuration, or by a version that kept no account of it.
/// </param>
public sealed record AdminToken(
    long Id,
    string Name,
    string Selector,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? SeenAt,
    AdminTokenCreator? CreatedBy = null)
{
    /// <summary>The most UTF-16 code units of a name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Who is asking by an admin token: nobody's account, with everything allowed.</summary>
    /// <param name="name">What the token is called.</param>
    /// <param name="token">The token.</param>
    /// <returns>An account for the log.</returns>
    /// <remarks>Threat: a token named <c>alice</c> must not read as the person in the event log.</remarks>
    public static Caller AccountOf(string name, AuthenticatingToken token) =>
        new(null, $"admin token \"{name}\"", RootRole.Admin, token);
}
