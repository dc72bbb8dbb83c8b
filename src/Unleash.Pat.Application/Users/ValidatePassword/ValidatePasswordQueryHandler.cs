using MediatR;
using Unleash.Pat.Application.Users.Passwords;

namespace Unleash.Pat.Application.Users.ValidatePassword;

internal sealed class ValidatePasswordQueryHandler(PasswordRules rules) : IRequestHandler<ValidatePasswordQuery>
{
    public Task<Unit> Handle(ValidatePasswordQuery request, CancellationToken cancellationToken)
    {
        rules.Require(request.Password);
        return Unit.Task;
    }
}
