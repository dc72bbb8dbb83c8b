using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions.GetUserSessions;

/// <summary>Asks for a person's sessions.</summary>
/// <param name="UserId">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetUserSessionsQuery(long UserId) : IRequest<IReadOnlyList<SessionRecord>>;
