using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>A page of accounts.</summary>
/// <param name="Users">By id.</param>
/// <param name="Total">The number of accounts on all pages.</param>
public sealed record UserPage(IReadOnlyList<User> Users, long Total)
{
    /// <summary>The most accounts on a page, and the default.</summary>
    public const int MaxLimit = 1000;
}
