using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.SearchUsers;

/// <summary>Looks for people by a part of their username, name or e-mail address.</summary>
/// <param name="Text">The part; one of less than two characters finds nobody, as in Unleash.</param>
[RequiresPermission(Permission.Admin)]
public sealed record SearchUsersQuery(string? Text) : IRequest<IReadOnlyList<User>>;
