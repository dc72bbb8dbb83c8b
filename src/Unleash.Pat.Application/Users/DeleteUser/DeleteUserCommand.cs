using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.DeleteUser;

/// <summary>Removes a person's account, its sessions and its tokens.</summary>
/// <param name="Id">The account.</param>
[RequiresPermission(Permission.Admin)]
public sealed record DeleteUserCommand(long Id) : IRequest;
