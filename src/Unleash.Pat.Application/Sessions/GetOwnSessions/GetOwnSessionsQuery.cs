using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions.GetOwnSessions;

/// <summary>Asks for the caller's own sessions.</summary>
[RequiresAccount]
public sealed record GetOwnSessionsQuery : IRequest<IReadOnlyList<SessionRecord>>;
