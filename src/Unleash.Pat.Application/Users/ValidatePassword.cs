using MediatR;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Checks a password against the rules.</summary>
[NoPermissionRequired("The rules are public, and the answer says nothing of any account.")]
public sealed record ValidatePasswordQuery(Password Password) : IRequest;

internal sealed class ValidatePasswordQueryHandler(PasswordRules rules) : IRequestHandler<ValidatePasswordQuery>
{
    public Task<Unit> Handle(ValidatePasswordQuery request, CancellationToken cancellationToken)
    {
        rules.Require(request.Password);
        return Unit.Task;
    }
}
