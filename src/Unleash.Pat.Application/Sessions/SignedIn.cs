using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>A new session.</summary>
/// <param name="Key">The key for the browser.</param>
/// <param name="Counts">The numbers of the user's sessions.</param>
public sealed record SignedIn(User User, SessionKey Key, SessionCounts Counts);
