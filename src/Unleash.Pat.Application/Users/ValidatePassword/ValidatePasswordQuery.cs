using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.ValidatePassword;

/// <summary>Asks whether a text may be a password.</summary>
/// <param name="Password">The text.</param>
[RequiresPermission(Permission.Admin)]
public sealed record ValidatePasswordQuery(Password Password) : IRequest;
