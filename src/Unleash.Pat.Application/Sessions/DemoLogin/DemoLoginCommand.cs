using MediatR;
using Unleash.Pat.Application.Common.Security;

namespace Unleash.Pat.Application.Sessions.DemoLogin;

/// <summary>Signs in by an e-mail address alone; routed only where <c>Authentication:Demo=true</c>.</summary>
/// <param name="Email">The address; its user is made on first sight.</param>
[NoPermissionRequired("Whoever signs in is nobody yet; the route exists only where demo sign-in is switched on.")]
public sealed record DemoLoginCommand(string Email) : IRequest<SignedIn>;
