using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>A session that has begun.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="Key">What the browser will hold.</param>
/// <param name="Counts">The user's sessions.</param>
public sealed record SignedIn(User User, SessionKey Key, SessionCounts Counts);
