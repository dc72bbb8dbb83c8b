using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.CreateUser;

/// <summary>Makes an account for a person.</summary>
/// <param name="Username">The name to sign in with, or none.</param>
/// <param name="Email">The e-mail address, or none; one of the two must be there.</param>
/// <param name="Name">The name to show, or none.</param>
/// <param name="Password">The password, or none: then no password signs in until one is set.</param>
/// <param name="RootRole">The role's id or name.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateUserCommand(
    string? Username, string? Email, string? Name, Password? Password, string RootRole) : IRequest<User>;
