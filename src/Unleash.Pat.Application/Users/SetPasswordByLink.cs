using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Users;

/// <summary>Sets a password by a link, which works once, and ends the user's sessions.</summary>
[NoPermissionRequired("The link's token is the credential.")]
public sealed record SetPasswordByLinkCommand(PasswordLinkToken Token, Password Password) : IRequest;

internal sealed class SetPasswordByLinkCommandHandler(
    PasswordLinkReader reader,
    IPasswordLinkRepository links,
    IPasswordHasher passwords,
    PasswordRules rules,
    ITokenEviction cache,
    TimeProvider time)
    : IRequestHandler<SetPasswordByLinkCommand>
{
    public async Task<Unit> Handle(SetPasswordByLinkCommand request, CancellationToken cancellationToken)
    {
        // Threat: hashing is expensive, so it is done for holders of a link only.
        var user = (await reader.RequireAsync(request.Token, cancellationToken)).User;
        rules.Require(request.Password, user.Username, user.Email);
        var use = new PasswordLinkUse(
            user, request.Token.Selector!, await passwords.HashAsync(request.Password, cancellationToken));
        var audit = AuditStamp.By(user, EventType.UserPasswordChanged, UtcMilliseconds.UtcNow(time));
        try
        {
            return await links.UseAsync(use, audit, cancellationToken)
                ? Unit.Value
                : throw new RefusedException(Errors.PasswordLinkInvalid);
        }
        finally
        {
            cache.EvictAccount(user.Id);
        }
    }
}
