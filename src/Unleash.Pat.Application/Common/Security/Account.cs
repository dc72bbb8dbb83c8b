using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Common.Security;

/// <summary>Who is asking.</summary>
/// <param name="UserId">The account, or <see langword="null"/> where there is none behind the credential (an admin token).</param>
/// <param name="AuditName">How the event log names the caller.</param>
/// <param name="Role">What the caller may do.</param>
public sealed record Account(long? UserId, string AuditName, RootRole Role);
