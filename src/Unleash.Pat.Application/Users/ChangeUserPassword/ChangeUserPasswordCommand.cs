using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.ChangeUserPassword;

/// <summary>Sets a person's password and ends that person's sessions, but for the one that asks.</summary>
/// <param name="Id">The account.</param>
/// <param name="Password">The new password.</param>
[RequiresPermission(Permission.Admin)]
public sealed record ChangeUserPasswordCommand(long Id, Password Password) : IRequest;
