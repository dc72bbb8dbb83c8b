using MediatR;
using Unleash.Pat.Application.Auditing;
using Unleash.Pat.Application.Common.Exceptions;
using Unleash.Pat.Application.Common.Security;
using Unleash.Pat.Application.Tokens.Issuing;
using Unleash.Pat.Domain;
using Unleash.Pat.Domain.Auditing;

namespace Unleash.Pat.Application.AdminTokens.TakeOverAdminToken;

internal sealed class TakeOverAdminTokenCommandHandler(
    IAdminTokenRepository tokens, ITokenCache cache, ICurrentAccount current, IssuerLimit limit, TimeProvider time)
    : IRequestHandler<TakeOverAdminTokenCommand, AdminToken>
{
    public async Task<AdminToken> Handle(TakeOverAdminTokenCommand request, CancellationToken cancellationToken)
    {
        var token = await tokens.FindAsync(request.Id, cancellationToken) ?? throw Missing(request.Id);

        // Threat: a token of a few seconds keeps one alive that would have ended with its maker.
        limit.Require(token.ExpiresAt, "take over an admin token");
        try
        {
            var change = await tokens.TakeOverAsync(request.Id, current.RequiredUserId, Event, cancellationToken);
            return change.Status switch
            {
                AdminTokenWriteStatus.Done => change.Token!,
                AdminTokenWriteStatus.NotFound => throw Missing(request.Id),

                // The account was removed or demoted after its credential was accepted.
                _ => throw new AuthenticationRequiredException(),
            };
        }
        finally
        {
            // This node remembers who answers for it.
            cache.EvictAdminToken(request.Id);
        }
    }

    private AuditEvent Event(AdminToken before, AdminToken after) => AuditEvent.By(
        current.Required,
        EventType.AdminTokenTakenOver,
        Instant.UtcNow(time),
        AdminTokenEventData.From(after),
        AdminTokenEventData.From(before));

    private static NotFoundException Missing(long id) => new($"There is no admin token {id}.");
}
