using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.ServiceAccounts.CreateServiceAccount;

/// <summary>Makes an account for a program: it has tokens and no password.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Username">The name in the log; unique among all accounts.</param>
/// <param name="RootRole">The role's id or name.</param>
[RequiresPermission(Permission.Admin)]
public sealed record CreateServiceAccountCommand(string Name, string Username, string RootRole) : IRequest<User>;
