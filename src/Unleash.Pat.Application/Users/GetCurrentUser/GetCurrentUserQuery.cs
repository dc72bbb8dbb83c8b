using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.GetCurrentUser;

/// <summary>Asks for the caller's own account.</summary>
[RequiresAccount]
public sealed record GetCurrentUserQuery : IRequest<User>;
