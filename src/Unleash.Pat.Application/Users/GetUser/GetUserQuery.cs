using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.GetUser;

/// <summary>Asks for a person's account.</summary>
/// <param name="Id">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetUserQuery(long Id) : IRequest<User>;
