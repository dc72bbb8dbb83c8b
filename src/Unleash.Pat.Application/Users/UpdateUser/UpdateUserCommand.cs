using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.UpdateUser;

/// <summary>Changes a person's account; what is <see langword="null"/> or empty stays as it is.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="RootRole">The role's id or name.</param>
[RequiresPermission(Permission.Admin)]
public sealed record UpdateUserCommand(long Id, string? Name, string? Email, string? RootRole) : IRequest<User>;
