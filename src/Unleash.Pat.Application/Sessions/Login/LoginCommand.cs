using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions.Login;

/// <summary>Signs in with a password (docs/api.md, section 3).</summary>
/// <param name="Username">A username, or an e-mail address in any case.</param>
/// <param name="Password">The password.</param>
[NoPermissionRequired("Whoever signs in is nobody yet.")]
public sealed record LoginCommand(string Username, Password Password) : IRequest<SignedIn>;
