using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>A page of accounts.</summary>
/// <param name="Users">By id.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record UserPage(IReadOnlyList<User> Users, long Total)
{
    /// <summary>The most accounts on one page, and as many as a page has whose size nobody named.</summary>
    public const int MaxLimit = 1000;
}
