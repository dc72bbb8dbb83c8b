using MediatR;
using Unleash.Pat.Application.AdminTokens;
using Unleash.Pat.Application.Authentication;
using Unleash.Pat.Application.Authorization;
using Unleash.Pat.Application.Events;
using Unleash.Pat.Application.Tokens;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Events;

namespace Unleash.Pat.Application.OAuth;

/// <summary>Revokes the token that is presented; a text that is none changes nothing (docs/api.md, section 7.4).</summary>
[NoPermissionRequired("The holder of a token may revoke it: the finder of a leaked one has no other credentials.")]
public sealed record RevokePresentedTokenCommand(PresentedSecret Token) : IRequest;

internal sealed class RevokePresentedTokenCommandHandler(
    TokenAuthenticator tokens,
    IPatRepository pats,
    IAdminTokenRepository adminTokens,
    ITokenEviction cache,
    IClientInfo client,
    TimeProvider time)
    : IRequestHandler<RevokePresentedTokenCommand>
{
    public async Task<Unit> Handle(RevokePresentedTokenCommand request, CancellationToken cancellationToken)
    {
        var verdict = await tokens.AuthenticateAsync(request.Token.Reveal(), from: null, cancellationToken);

        // A suspended token is revoked as well: it would work again when its account is an administrator again.
        if (verdict is { Presented: { } token, Refusal: TokenRefusal.None or TokenRefusal.Suspended or TokenRefusal.Disabled })
        {
            await (token.Owner is { } owner
                ? RevokeAsync(token, owner, cancellationToken)
                : RevokeAdminTokenAsync(token, cancellationToken));
        }

        return Unit.Value;
    }

    private async Task RevokeAsync(StoredToken token, TokenOwner owner, CancellationToken cancellationToken)
    {
        try
        {
            await pats.DeleteAsync(owner.Id, token.Id, Stamp(token, EventType.PatRevoked), cancellationToken);
        }
        finally
        {
            // Threat: after a revocation that was committed but not acknowledged, the token would still authenticate on
            // this node.
            cache.EvictToken(token.Id);
        }
    }

    private async Task RevokeAdminTokenAsync(StoredToken token, CancellationToken cancellationToken)
    {
        try
        {
            await adminTokens.DeleteAsync(token.Id, Stamp(token, EventType.AdminTokenDeleted), cancellationToken);
        }
        finally
        {
            // Threat: as for a personal token.
            cache.EvictAdminToken(token.Id);
        }
    }

    private AuditStamp Stamp(StoredToken token, string type) =>
        AuditStamp.By(token.Caller, type, UtcMilliseconds.UtcNow(time)) with
        {
            Revocation = new RevocationCause(RevocationCause.Holder, client.Address),
        };
}
