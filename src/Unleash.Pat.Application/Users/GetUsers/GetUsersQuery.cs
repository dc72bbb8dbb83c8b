using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.GetUsers;

/// <summary>Asks for a page of people's accounts.</summary>
/// <param name="Limit">The most accounts, 1 to <see cref="UserPage.MaxLimit"/>.</param>
/// <param name="Offset">How many to pass over.</param>
[RequiresPermission(Permission.Admin)]
public sealed record GetUsersQuery(int Limit, int Offset) : IRequest<UserPage>;
