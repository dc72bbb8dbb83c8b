using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions.EndUserSessions;

/// <summary>Ends one of a person's sessions, or all of them.</summary>
/// <param name="UserId">The account.</param>
/// <param name="SessionId">Which; <see langword="null"/> for all.</param>
[RequiresPermission(Permission.Admin)]
public sealed record EndUserSessionsCommand(long UserId, long? SessionId) : IRequest;
