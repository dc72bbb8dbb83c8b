using MediatR;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Users;
using Unleash.Pat.Application.Users.Passwords;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;
using Unleash.Pat.Domain.Users;

namespace Unleash.Pat.Application.Sessions;

/// <summary>Sets a password by a link, which works once, and ends the user's sessions.</summary>
/// <param name="Held">The sessions of the browser that uses the link, which may be another user's: they end too.</param>
[NoPermissionRequired("The link's token is the credential.")]
public sealed record SetPasswordByLinkCommand(
    PasswordLinkToken Token, Password Password, IReadOnlyList<LiveSession> Held) : IRequest;

internal sealed class SetPasswordByLinkCommandHandler(
    PasswordLinkReader reader,
    IPasswordLinkRepository links,
    IPasswordHasher passwords,
    PasswordRules rules,
    ITokenEviction cache,
    SessionEnder ender,
    IClientInfo client,
    TimeProvider time)
    : IRequestHandler<SetPasswordByLinkCommand>
{
    public async Task<Unit> Handle(SetPasswordByLinkCommand request, CancellationToken cancellationToken)
    {
        // Threat: hashing is expensive, so it is done for holders of a link only.
        var user = (await reader.RequireAsync(request.Token, cancellationToken)).User;
        rules.Require(request.Password, user.Username, user.Email);
        var hash = await passwords.HashAsync(request.Password, cancellationToken);
        await UseAsync(new PasswordLinkUse(user, request.Token.Selector!, hash), cancellationToken);

        // Threat: the client goes away here, and the next person at this browser is signed in as someone else.
        foreach (var session in request.Held)
        {
            await ender.EndAsync(session, CancellationToken.None);
        }

        return Unit.Value;
    }

    private async Task UseAsync(PasswordLinkUse use, CancellationToken cancellationToken)
    {
        var audit = AuditStamp.By(use.User, EventType.UserPasswordChanged, UtcMilliseconds.UtcNow(time)) with { Address = client.Address };
        try
        {
            if (!await links.UseAsync(use, audit, cancellationToken))
            {
                throw new RefusedException(Errors.PasswordLinkInvalid);
            }
        }
        finally
        {
            cache.EvictAccount(use.User.Id);
        }
    }
}
