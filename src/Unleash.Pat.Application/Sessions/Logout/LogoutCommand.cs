using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions.Logout;

/// <summary>Ends a session that the caller's browser holds, and records it in the name of that session's account.</summary>
/// <param name="Session">The session.</param>
[RequiresAccount]
public sealed record LogoutCommand(LiveSession Session) : IRequest;
