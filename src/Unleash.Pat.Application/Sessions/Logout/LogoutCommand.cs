using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions.Logout;

/// <summary>Ends the session by which the caller is signed in.</summary>
/// <param name="SessionId">The session.</param>
[RequiresAccount]
public sealed record LogoutCommand(long SessionId) : IRequest;
