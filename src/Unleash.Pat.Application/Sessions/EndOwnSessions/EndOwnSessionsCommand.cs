using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions.EndOwnSessions;

/// <summary>Ends one of the caller's own sessions, or all of them, the one that asks included.</summary>
/// <param name="SessionId">Which; <see langword="null"/> for all.</param>
[RequiresAccount]
public sealed record EndOwnSessionsCommand(long? SessionId) : IRequest;
