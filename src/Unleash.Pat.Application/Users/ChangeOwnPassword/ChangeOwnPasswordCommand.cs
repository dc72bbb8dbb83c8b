using MediatR;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users.ChangeOwnPassword;

/// <summary>Changes the caller's own password and ends the caller's other sessions.</summary>
/// <param name="OldPassword">The password until now.</param>
/// <param name="Password">The new password.</param>
/// <param name="ConfirmPassword">The new password once more.</param>
[RequiresAccount]
public sealed record ChangeOwnPasswordCommand(Password OldPassword, Password Password, Password ConfirmPassword) : IRequest;
